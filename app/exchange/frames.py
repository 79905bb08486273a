"""The zstd frames of a package's content: compressed for text, stored for attachments, bounded when read.

Together they are one ordinary zstd stream that `zstd -d` opens.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Protocol, cast

import zstandard

from app.exchange.limits import LARGEST_WINDOW, PIECE
from app.exchange.refusals import Refusal, Refused

LEVEL = 3
# RFC 8878: magic number; a descriptor without content size or checksum; a window of 128 KiB, one block.
_STORED_START = b"\x28\xb5\x2f\xfd" + b"\x00" + bytes([7 << 3])
_STORED_BLOCK = 128 * 1024
_RAW, _LAST = 0, 1


class Readable(Protocol):
    """Where compressed bytes come from."""

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, empty at the end."""
        ...


class FrameWriter:
    """Turns content into frames and counts both sides: `content` bytes in, `written` bytes out.

    What the compressor still holds back is not in `written`, so a ratio of the two errs to the safe side.
    """

    def __init__(self) -> None:
        self.content = 0
        self.written = 0
        self._compressor = zstandard.ZstdCompressor(level=LEVEL, write_content_size=False)
        self._open: zstandard.ZstdCompressionObj | None = None

    def compressed(self, data: bytes) -> Iterator[bytes]:
        """Text into the open compressed frame, a new one where there is none."""
        if self._open is None:
            self._open = self._compressor.compressobj()
        self.content += len(data)
        yield from self._counted(self._open.compress(data))

    def stored(self, data: bytes) -> Iterator[bytes]:
        """Data as they are, in a frame of their own."""
        yield from self.finish()
        self.content += len(data)
        yield from self._counted(_STORED_START)
        for start in range(0, max(1, len(data)), _STORED_BLOCK):
            block = data[start : start + _STORED_BLOCK]
            last = _LAST if start + _STORED_BLOCK >= len(data) else 0
            yield from self._counted((len(block) << 3 | _RAW << 1 | last).to_bytes(3, "little"))
            yield from self._counted(block)

    def finish(self) -> Iterator[bytes]:
        """End the compressed frame that is open, if any."""
        if self._open is not None:
            ended, self._open = self._open.flush(), None
            yield from self._counted(ended)

    def _counted(self, data: bytes) -> Iterator[bytes]:
        if data:
            self.written += len(data)
            yield data


class FrameReader:
    """The content of frames, never more than `declared` bytes of it and never more than asked for at once.

    Refused (broken) for anything zstd does not read, a window over the limit, or more than was declared.
    """

    def __init__(self, source: Readable, declared: int) -> None:
        decompressor = zstandard.ZstdDecompressor(max_window_size=LARGEST_WINDOW)
        self._stream = decompressor.stream_reader(
            cast("IO[bytes]", source), read_size=PIECE, read_across_frames=True
        )
        self._left = declared
        self._ahead = b""

    def exactly(self, size: int) -> bytes:
        """The next `size` bytes; the caller has compared `size` with its limit."""
        if size > self._left + len(self._ahead):
            raise Refused(Refusal.BROKEN, "more announced than declared")
        pieces, missing = [self._ahead[:size]], size - len(self._ahead[:size])
        self._ahead = self._ahead[size:]
        while missing:
            piece = self._more(missing)
            if not piece:
                raise Refused(Refusal.BROKEN, "content cut off")
            pieces.append(piece)
            missing -= len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def line(self, longest: int) -> bytes:
        """The next line without its line feed, at most `longest` bytes."""
        while b"\n" not in self._ahead:
            piece = self._more(longest) if len(self._ahead) <= longest else b""
            if not piece:
                raise Refused(Refusal.BROKEN, "line too long or cut off")
            self._ahead += piece
        line, self._ahead = self._ahead.split(b"\n", 1)
        if len(line) > longest:
            raise Refused(Refusal.BROKEN, "line too long")
        return line

    def check_end(self) -> None:
        """Refused (broken) unless everything declared has been read and nothing follows."""
        if self._ahead or self._left or self._decompressed(1):
            raise Refused(Refusal.BROKEN, "something after the end")

    def _more(self, most: int) -> bytes:
        piece = self._decompressed(min(most, self._left, PIECE)) if self._left else b""
        self._left -= len(piece)
        return piece

    def _decompressed(self, size: int) -> bytes:
        try:
            return self._stream.read(size)
        except zstandard.ZstdError as error:
            raise Refused(Refusal.BROKEN, "not zstd within bounds") from error
