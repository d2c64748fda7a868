"""The words for modes and statuses, as far as measures must know them."""

from __future__ import annotations

from collections.abc import Mapping

WORLDS: Mapping[str, str] = {
    "gas_pipeline": "gas",
    "oil_pipeline": "oil",
    "hvdc_cable": "power",
    "overhead_line": "power",
    "rail": "transport",
    "road": "transport",
    "sea": "transport",
    "ferry": "transport",
    "inland_waterway": "transport",
}
"""What each mode carries. No route goes from one of these worlds to another."""

STANDS = ("operating", "suspended")
"""Statuses of what is built; only the first can be used."""

STATUSES = (*STANDS, "under_construction", "planned", "proposed")
"""Every status that a segment may have."""

USABLE = (STANDS[0], *STATUSES[2:])
"""Statuses of what can be used, today or once it is built."""
