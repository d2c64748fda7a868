"""`python -m maps.cli` is `corridors`."""

from maps.cli import app

app()
