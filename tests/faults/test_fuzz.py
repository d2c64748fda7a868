"""Files with any bytes changed: our own errors come of it, or nothing at all. `tests.faults.fuzz` runs for longer."""

import tempfile
from pathlib import Path

import geopandas as gpd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely import LineString

from tests.faults import fuzz
from tests.faults.small import SMALL

MARKS = (
    b"\0",
    b'"',
    b"'",
    b",",
    b"[",
    b"]",
    b"{",
    b"}",
    b"=",
    b"\n",
    b"\\u202e",
    b"nan",
    b"1e999",
    b"-",
    b"null",
    b"\xff",
    b"../",
)
SECONDS = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@st.composite
def changed(draw, contents):
    """A file in which a few pieces are cut out, doubled, or overwritten with what means something or nothing."""
    content = draw(st.sampled_from(contents))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 12)))
        piece = draw(st.sampled_from(MARKS) | st.binary(max_size=6) | st.just(content[start:end] * 2))
        content = content[:start] + piece + content[end:]
    return content


@pytest.mark.parametrize("name", SMALL)
def test_any_change_of_a_catalogue_is_an_error_of_ours(name):
    @settings(SECONDS, max_examples=50)
    @given(changed([SMALL[name].encode()]))
    def law(content):
        fuzz.catalogue(name, content)

    law()


@pytest.fixture(scope="module")
def brought():
    """A valid file of every format that users bring."""
    table = gpd.GeoDataFrame(
        {"name": ["a", "b"]},
        geometry=[LineString([(20, 44), (21, 45)])] * 2,
        crs="EPSG:4326",
    )
    with tempfile.TemporaryDirectory() as folder:
        found = {}
        for ending in fuzz.ENDINGS:
            file = Path(folder, f"a.{ending}")
            table.to_parquet(file) if ending == "parquet" else table.to_file(file)
            found[ending] = file.read_bytes()
        return found


@pytest.mark.parametrize("ending", fuzz.ENDINGS)
@pytest.mark.filterwarnings("ignore")
def test_any_change_of_a_users_file_is_an_error_of_ours(brought, ending):
    @settings(SECONDS, max_examples=60)
    @given(changed([brought[ending]]))
    def law(content):
        fuzz.users_file(ending, content)

    law()


NUMBERS = st.floats(allow_nan=True, allow_infinity=True) | st.integers(-400, 400)
PLACES = st.lists(st.lists(NUMBERS, min_size=2, max_size=3), min_size=0, max_size=5)


@SECONDS
@given(PLACES, st.text(max_size=20), st.sampled_from(["Point", "LineString", "Polygon", "MultiPoint"]))
def test_any_layer_on_a_page_is_shown_or_an_error_of_ours(places, name, kind):
    fuzz.layer(kind, places, name)
