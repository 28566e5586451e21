"""Programs that pip cannot bring: tests that need one are skipped with the reason, and required in `.ci/run`."""

import os
import shutil

import pytest


def needs(program: str) -> pytest.MarkDecorator:
    """Skip a test where a program is missing, unless POSTALOUD_PEERS says that it must be there."""
    missing = shutil.which(program) is None and os.environ.get("POSTALOUD_PEERS") != "required"
    return pytest.mark.skipif(missing, reason=f"{program} is not installed here; .ci/run installs it")
