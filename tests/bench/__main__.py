"""
Every benchmark in one table: `python -m tests.bench`; about twenty minutes on an idle machine.

`--keep` writes the ratios into the repository, where later runs find them: with a release, see CONTRIBUTING.
"""

from __future__ import annotations

import sys
from itertools import chain

from tests.bench import bench_borders, bench_build, bench_pages, bench_partitions, bench_route
from tests.bench.table import keep, show

ALL = (bench_build, bench_route, bench_borders, bench_partitions, bench_pages)

if __name__ == "__main__":
    found = show(chain.from_iterable(each.measures() for each in ALL))
    if "--keep" in sys.argv[1:]:
        keep(found)
