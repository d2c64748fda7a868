"""One table of what was measured, beside a peer of the same run and beside the last release."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

RELEASED = Path(__file__).with_name("released.csv")
"""Ratios to the peer, as they were when the last version was released: `what`, `ratio`."""


@dataclass(frozen=True)
class Measured:
    """
    One figure.

    A machine is slow or busy, its peer is as slow or busy: the ratio is what two machines share. What has no
    peer (a size) is compared as it is.
    """

    what: str
    value: float
    unit: str
    peer: float = 1.0
    peer_is: str = ""
    limit: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the peer."""
        return self.value / self.peer


def released() -> dict[str, float]:
    """Read the ratios of the last release."""
    if not RELEASED.exists():
        return {}
    with RELEASED.open(encoding="utf-8", newline="") as rows:
        return {row["what"]: float(row["ratio"]) for row in csv.DictReader(rows)}


def keep(measured: Iterable[Measured]) -> None:
    """Write the ratios of a release."""
    with RELEASED.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["what", "ratio"])
        rows.writerows([one.what, f"{one.ratio:.4g}"] for one in measured)


def show(measured: Iterable[Measured]) -> list[Measured]:
    """Print a row for each figure as it comes."""
    before, shown = released(), []
    for one in measured:
        limit = "" if one.limit is None else f"limit {one.limit:g}{' !' if one.value > one.limit else ''}"
        ratio = f"{one.ratio:.2f} x {one.peer_is}" if one.peer_is else ""
        then = before.get(one.what)
        since = "" if then is None else f"{one.ratio / then:.2f} x the last release"
        sys.stdout.write(
            f"{one.what:<34}{one.value:>10.2f} {one.unit:<4}{limit:<14}{ratio:<40}{since}".rstrip() + "\n"
        )
        sys.stdout.flush()
        shown.append(one)
    return shown
