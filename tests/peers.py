"""Programs that pip cannot bring: tests that need one are skipped with the reason, and required in `.ci/run`."""

import importlib.util
import os
import shutil

import pytest


def needs(program: str, module: str = "") -> pytest.MarkDecorator:
    """Skip a test where a program, or the module that drives it, is missing, unless POSTALOUD_PEERS requires it."""
    is_there = shutil.which(program) is not None and (not module or importlib.util.find_spec(module) is not None)
    missing = not is_there and os.environ.get("POSTALOUD_PEERS") != "required"
    return pytest.mark.skipif(missing, reason=f"{module or program} is not installed here; .ci/run installs it")
