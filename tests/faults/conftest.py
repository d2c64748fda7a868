import pytest
from typer.testing import CliRunner

from maps.cli import app


@pytest.fixture
def run():
    """Run a command in this process."""
    runner = CliRunner()
    return lambda *arguments: runner.invoke(app, [str(argument) for argument in arguments])
