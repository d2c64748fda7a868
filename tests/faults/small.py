"""A valid catalogue as small as can be, written as text: what the cases of this folder break.

```
             east_ro             east_rs
    moravita ------- border ================ vrsac        gas; beside it the railway rails_rs
       RO                          RS
```
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

DAY = "2026-11-22"
STATUS = 'status = { value = "operating", source = "book" }'
TITLE = '{ en = "East", sr = "Istok", az = "Şərq" }'

EAST = f"""
as_of = {DAY}
main = ["east_ro", "east_rs"]
title = {TITLE}
description = {TITLE}

[[line]]
name = "East"
role = "trunk"
mode = "gas_pipeline"
{STATUS}
since = {{ year = 2020, source = "book" }}
capacity = {{ value = 2.5, unit = "bcm_per_year", source = "book" }}
alignment = {{ method = "stations", accuracy_km = 5, source = "book" }}
confidence = "low"
note = "Drawn for the tests."
length = {{ km = 18, source = "book", also = [{{ km = 19, source = "atlas" }}] }}
segment = [
    {{ id = "east_ro", name = "Towards Serbia", country = "RO", from_node = "moravita", to_node = "border" }},
    {{ id = "east_rs", name = "Border – Vrsac", country = "RS", from_node = "border", to_node = "vrsac" }},
]

[[span]]
what = "Moravita – Vrsac"
segments = ["east_ro", "east_rs"]
length = {{ km = 18.5, source = "book" }}
"""

RAILS = f"""
as_of = {DAY}
main = ["rails_rs"]
shared = ["east_rs"]
title = {TITLE}
description = {TITLE}

[[line]]
name = "Rails"
role = "trunk"
mode = "rail"
{STATUS}
alignment = {{ method = "stations", accuracy_km = 5, source = "book" }}
confidence = "low"
segment = [
    {{ id = "rails_rs", name = "Border – Vrsac", country = "RS", from_node = "border", to_node = "vrsac" }},
]
"""

NODES = f"""id,name,name_sr,name_az,country,kind,role,lon,lat,sources,confidence,note,as_of
border,Border,Granica,Sərhəd,RO;RS,border_point,entry,21.3,45.2,book,low,,{DAY}
moravita,Moravita,,,RO,junction,none,21.27,45.28,book,low,,{DAY}
vrsac,Vrsac,,,RS,station,hub,21.3,45.12,book;atlas,low,,{DAY}
"""

SOURCES = f"""id,title,publisher,address,published,read,licence,role,note
book,A book,A press,https://example.org/book,2020,{DAY},CC BY 4.0,licensor,
atlas,An atlas,A press,https://example.org/atlas,2021-05,{DAY},unknown,producer,
"""

WAY_POINTS = """segment,order,name,lon,lat,within_km,source,note
east_ro,0,Half way,21.285,45.24,5,book,
"""

LINKS = """from_node,to_node,kind,sources,note
border,moravita,serves,book,
"""

TIMES = "kind,modes,countries,value,unit,sources,confidence,note\n" + "".join(
    f"{row},book,low,\n"
    for row in (
        "speed,rail,,30,km_per_hour",
        "speed,road,,40,km_per_hour",
        "speed,sea;ferry,,20,km_per_hour",
        "speed,inland_waterway,,10,km_per_hour",
        "border,rail,,5,hours",
        "transfer,,,30,hours",
    )
)

GAS = (
    "id,country,kind,name,place,reading,value,unit,kwh_per_m3,from_day,to_day,sources,confidence,note,as_of\n"
    f"entry,RS,entry,Border,border,,50,gwh_per_day,10.55,,,book,low,,{DAY}\n"
    f"demand,RS,peak_demand,Peak,,,10,mcm_per_day,10.55,,,book,low,,{DAY}\n"
    f"taken,RS,observed,Taken,border,,100,mcm,10.55,2025-01-01,2025-12-31,book,low,,{DAY}\n"
)

CLAIMS = (
    "id,theme,subject,claim,claim_sr,claim_az,finding,finding_sr,finding_az,figure,figure_name,figure_name_sr,"
    "figure_name_az,shown,verdict,claimed_in,sources,as_of\n"
    f"long,gas,gas,It is long,Duga je,Uzundur,So it is,Jeste,Belədir,km:East,Length,Dužina,Uzunluq,,holds,atlas,book,{DAY}\n"
)

SCENARIOS = f"""
[[scenario]]
id = "closed"
kind = "outage"
title = {TITLE}
sources = ["book"]
as_of = {DAY}
segments = [{{ line = ["East"], status = "suspended" }}]
quantities = [{{ quantity = "entry", value = 0, source = "book" }}]
"""


def alignment(segment: str, *vertices: tuple[float, float]) -> str:
    """An alignment as QGIS would save it."""
    coordinates = ", ".join(f"[{lon}, {lat}]" for lon, lat in vertices)
    return (
        '{"type": "FeatureCollection", "features": [{"type": "Feature", '
        f'"properties": {{"segment": "{segment}"}}, "geometry": '
        f'{{"type": "LineString", "coordinates": [{coordinates}]}}}}]}}\n'
    )


BORDER, MORAVITA, VRSAC = (21.3, 45.2), (21.27, 45.28), (21.3, 45.12)

SMALL: Mapping[str, str] = {
    "corridors/east.toml": EAST,
    "corridors/rails.toml": RAILS,
    "nodes.csv": NODES,
    "sources.csv": SOURCES,
    "waypoints/east.csv": WAY_POINTS,
    "links.csv": LINKS,
    "times.csv": TIMES,
    "gas.csv": GAS,
    "claims.csv": CLAIMS,
    "scenarios.toml": SCENARIOS,
    "alignments/east_ro.geojson": alignment("east_ro", MORAVITA, BORDER),
    "alignments/east_rs.geojson": alignment("east_rs", BORDER, VRSAC),
    "alignments/rails_rs.geojson": alignment("rails_rs", BORDER, (21.32, 45.16), VRSAC),
}
"""Name of a file to what it says."""


def write(folder: Path, files: Mapping[str, str] = SMALL) -> Path:
    """Write the files of a catalogue into a folder."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder
