"""Programs that pip cannot bring: tests that need one are skipped with the reason, and required in `.ci/run`."""

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

NODE = Path(os.environ.get("POSTALOUD_NODE", "node"), "node_modules")
"""Where `.ci/run` installs the checkers that npm brings."""


def needs(program: str, module: str = "") -> pytest.MarkDecorator:
    """Skip a test where a program, or the module that drives it, is missing, unless POSTALOUD_PEERS requires it."""
    is_there = shutil.which(program) is not None and (not module or importlib.util.find_spec(module) is not None)
    missing = not is_there and os.environ.get("POSTALOUD_PEERS") != "required"
    return pytest.mark.skipif(missing, reason=f"{module or program} is not installed here; .ci/run installs it")


def needs_node(package: str) -> pytest.MarkDecorator:
    """Skip a test where a package of npm is missing below `NODE`, unless POSTALOUD_PEERS requires it."""
    missing = not (NODE / package).is_dir() and os.environ.get("POSTALOUD_PEERS") != "required"
    return pytest.mark.skipif(missing, reason=f"{package} is not installed here; .ci/run installs it with npm")
