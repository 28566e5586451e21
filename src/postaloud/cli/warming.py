"""What worker processes load while the command line is still being read: each function runs in one of them."""


def to_read() -> None:
    """Load what reading a page needs."""
    from postaloud import reading

    reading.prepare()


def to_narrate() -> None:
    """Load what reading a page, and speaking and encoding it, need."""
    from postaloud import speaking, studio

    to_read()
    studio.warm_up()
    speaking.warm_up()


WARM_UPS = {"narrate": to_narrate, "outline": to_read, "script": to_read}
"""For each command that reads a page."""
