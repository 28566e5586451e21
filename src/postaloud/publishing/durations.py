"""Milliseconds in, written times out: "00:09:12.000" for captions, "9:12" for lists, "9 minutes 12 seconds" to hear."""

_UNITS = ((3600, "hour"), (60, "minute"), (1, "second"))


def timestamp(ms: int) -> str:
    """Return a WebVTT timestamp with its hours, "HH:MM:SS.mmm"."""
    seconds, rest = divmod(max(ms, 0), 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}.{rest:03}"


def clock(ms: int) -> str:
    """Return a time as a player shows it, "4:05" or "1:04:05", cut to the second."""
    minutes, seconds = divmod(max(ms, 0) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def in_words(ms: int) -> str:
    """Return a length as it is said, "9 minutes 12 seconds", rounded to the second; units that are 0 are left out."""
    rest = (max(ms, 0) + 500) // 1000
    words = []
    for seconds, unit in _UNITS:
        count, rest = divmod(rest, seconds)
        if count:
            words.append(f"{count} {unit}{'s' if count > 1 else ''}")
    return " ".join(words) or "0 seconds"
