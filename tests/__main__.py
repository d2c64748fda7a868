"""`python -m tests`: everything the build server does, in one command; ends green or says what to do."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

STEPS = (
    ("lint", ["ruff", "check", "."], "ruff check --fix ."),
    ("format", ["ruff", "format", "--check", "."], "ruff format ."),
    ("types", ["mypy"], ""),
    ("docstrings", ["numpydoc", "lint"], ""),
    ("tests", ["pytest", "-n", "auto", "-q"], ""),
)


def main() -> int:
    """Run every step, also after one has failed."""
    failed = []
    for name, command, remedy in STEPS:
        module, *arguments = command
        if name == "docstrings":
            arguments += [
                str(path)
                for package in ("geo", "layers", "maps")
                for path in sorted((ROOT / package).rglob("*.py"))
            ]
        sys.stdout.write(f"== {name}\n")
        sys.stdout.flush()
        if subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, check=False).returncode:
            failed.append(f"{name} failed" + (f"; try: {remedy}" if remedy else ""))
    sys.stdout.write("\n".join(failed or ["all green"]) + "\n")
    return len(failed)


if __name__ == "__main__":
    sys.exit(main())
