"""The command line: arguments in, files or tables out; no logic."""

from maps.cli import maintaining as maintaining
from maps.cli import making as making
from maps.cli import measuring as measuring
from maps.cli import supplying as supplying
from maps.cli import travelling as travelling
from maps.cli.frame import app as app
