"""A folder in; the only run that works there: the others wait, and are told for whom.

The lock is the system's own, on the folder itself: it leaves no file behind, and ends with the process that holds it,
however that ends. Disks of a network that know no such locks are used without one.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

Tell = Callable[[str], None]


@contextmanager
def held(folder: Path, tell: Tell) -> Iterator[None]:
    """Be the only run that holds a folder, which is made where it is missing; raises `OSError` where that fails."""
    handle = _locked(folder, tell)
    try:
        yield
    finally:
        _unlock(handle)


if sys.platform == "win32":
    import msvcrt

    def _locked(folder: Path, tell: Tell) -> int:
        """Folders cannot be locked there: a file stands for them, locked far behind its end so that it can be read."""
        place = folder / ".postaloud"
        place.mkdir(parents=True, exist_ok=True)
        handle = os.open(place / "lock", os.O_RDWR | os.O_CREAT)
        os.lseek(handle, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            tell(_waiting(folder, ""))
            while not _taken(handle):
                pass
        return handle

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # tries for ten seconds
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        os.close(handle)

else:
    import fcntl

    def _locked(folder: Path, tell: Tell) -> int:
        while True:
            folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(folder, os.O_RDONLY)
            with ExitStack() as stack:
                stack.callback(os.close, handle)
                _wait_for(handle, folder, tell)
                if _is_still(folder, handle):
                    stack.pop_all()  # from now on `held` closes it
                    return handle

    def _wait_for(handle: int, folder: Path, tell: Tell) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell(_waiting(folder, _holder(handle)))
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError as error:
            tell(f"{folder} cannot be locked ({error.strerror}): let no other run write to it at the same time.")

    def _is_still(folder: Path, handle: int) -> bool:
        """Tell whether the folder that was locked is still there: who held it may have taken it away."""
        try:
            return os.path.samestat(os.fstat(handle), folder.stat())
        except FileNotFoundError:
            return False

    def _unlock(handle: int) -> None:
        os.close(handle)


def _waiting(folder: Path, holder: str) -> str:
    return f"Waiting for another run that works in {folder}{holder}."


def _holder(handle: int) -> str:
    """Return the process that holds a lock, where the system lists them (Linux, proc(5))."""
    about = os.fstat(handle)
    place = f"{os.major(about.st_dev):02x}:{os.minor(about.st_dev):02x}:{about.st_ino}"
    try:
        rows = [line.split() for line in Path("/proc/locks").read_text().splitlines()]
    except OSError:
        return ""
    number = next((row[4] for row in rows if row[1] == "FLOCK" and row[5] == place), "0")
    return f", process {number}" if int(number) > 0 else ""
