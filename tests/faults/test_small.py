"""Catalogues that are small or lack a whole subject are no fault: every command works on them."""

import pytest

from tests.faults import small
from tests.faults.small import EAST, SMALL

HEADS = {name: f"{text.splitlines()[0]}\n" for name, text in SMALL.items() if name.endswith(".csv")}
MORAVITA = next(row for row in small.NODES.splitlines(keepends=True) if row.startswith("moravita"))
RAILS_ALONE = {
    **{name: text for name, text in SMALL.items() if "east" not in name},
    "corridors/rails.toml": small.RAILS.replace('shared = ["east_rs"]\n', ""),
    "nodes.csv": small.NODES.replace(MORAVITA, ""),
    **{name: HEADS[name] for name in ("links.csv", "gas.csv", "claims.csv", "waypoints/east.csv")},
    "scenarios.toml": "scenario = []\n",
}

WORLDS = {
    "all subjects": SMALL,
    "capacity of no pipe known": SMALL | {"corridors/east.toml": EAST.replace("capacity =", "# capacity =")},
    "a railway alone": RAILS_ALONE,
    "nothing in Serbia": {
        name: text.replace('"RS"', '"HU"').replace("RO;RS", "RO;HU").replace(",RS,", ",HU,")
        .replace("21.3, 45.2]", "20.70, 46.16]").replace(",21.3,45.2,", ",20.70,46.16,")
        .replace("21.3, 45.12]", "20.6, 46.24]").replace(",21.3,45.12,", ",20.6,46.24,")
        .replace("21.32, 45.16]", "20.65, 46.2]")
        .replace("21.27, 45.28]", "20.8, 46.12]").replace(",21.27,45.28,", ",20.8,46.12,")
        .replace(",21.285,45.24,", ",20.75,46.14,")
        for name, text in SMALL.items()
    },
}  # fmt: skip

CALLS = (
    ("check",),
    ("lengths", "--by", "line"),
    ("nodes", "--country", "RO"),
    ("scenarios",),
    ("scenarios", "--format", "json"),
    ("build",),
)


@pytest.mark.parametrize("world", WORLDS)
def test_a_small_catalogue_is_enough(run, tmp_path, world):
    folder = small.write(tmp_path / "catalogue", WORLDS[world])
    for call in CALLS:
        out = ("--out", tmp_path / "out") if call[0] == "build" else ()
        result = run(*call, *out, "--catalogue", folder)
        assert (result.exit_code, result.exception) == (0, None), (call, result.stderr)
    assert (tmp_path / "out" / "maps" / "index.html").exists()
