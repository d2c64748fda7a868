from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from maps.cli import app
from tests.faults import small


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run a command in this process."""
    runner = CliRunner()
    return lambda *arguments: runner.invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def faulty(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """The small catalogue with other content in one of its files."""

    def write(file: str, content: str | bytes) -> Path:
        folder = small.write(tmp_path / "catalogue")
        (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return write
