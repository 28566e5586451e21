"""A packed body goes in piece by piece, its bytes come out: never more than was allowed."""

import zlib

from postaloud.errors import NothingToRead, SourceError

_GZIP_OR_ZLIB, _BARE = 47, -15
"""`wbits` of zlib: any header, or none, as some servers send "deflate"."""
ENCODINGS = ("", "identity", "gzip", "x-gzip", "deflate")
MEGABYTE = 1_000_000


class Body:
    """The bytes of a body so far."""

    def __init__(self, name: str, encoding: str, limits: tuple[int, int]) -> None:
        """Start a body; `limits` are the most bytes, and the most bytes that one packed byte may become."""
        self._name = name
        self._most, self._ratio = limits
        self._unpacker = None if encoding in ENCODINGS[:2] else zlib.decompressobj(_GZIP_OR_ZLIB)
        self._can_be_bare = encoding == "deflate"
        self._packed = 0
        self._bytes = bytearray()

    def add(self, piece: bytes) -> None:
        """Take what came; raises `NothingToRead` where the body grows over its limit."""
        self._packed += len(piece)
        if self._unpacker is None:
            self._bytes += piece
        else:
            self._unpack(piece)
        if len(self._bytes) > self._most:
            self._refuse_bomb()
            raise NothingToRead(f"{self._name} is over the limit of {self._most / MEGABYTE:g} MB for one page.")

    def whole(self) -> bytes:
        """Return the body once all has come; raises `SourceError` where a part of it is missing."""
        if self._unpacker is not None and self._packed and not self._unpacker.eof:
            raise SourceError(f"{self._name} broke off before it was whole; try again.")
        self._refuse_bomb()
        return bytes(self._bytes)

    def _unpack(self, piece: bytes) -> None:
        while piece and len(self._bytes) <= self._most:
            self._bytes += self._inflate(piece)
            if self._unpacker is None or not self._unpacker.eof:
                return
            piece = self._unpacker.unused_data.lstrip(b"\0")
            if piece:  # gzip may be several packets in a row (RFC 1952, 2.2)
                self._unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)

    def _inflate(self, piece: bytes) -> bytes:
        room = self._most + 1 - len(self._bytes)
        try:
            return self._unpacker.decompress(piece, room) if self._unpacker is not None else piece
        except zlib.error as e:
            if not self._can_be_bare or self._bytes:
                raise SourceError(f"{self._name} came damaged: it cannot be unpacked; try again.") from e
        self._can_be_bare = False
        self._unpacker = zlib.decompressobj(_BARE)
        return self._inflate(piece)

    def _refuse_bomb(self) -> None:
        if self._unpacker is not None and len(self._bytes) > self._ratio * self._packed:
            raise NothingToRead(
                f"{self._name} is packed more than {self._ratio} times, as no page is; it was not unpacked further."
            )
