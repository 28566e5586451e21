"""A tree of plain values in, JSON text out, always written the same way."""

import json
import re

_HALF = re.compile("[\ud800-\udfff]")


def written(value: object) -> str:
    """Return JSON (RFC 8259) in a stable layout; half characters stay what they are, as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return _HALF.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
