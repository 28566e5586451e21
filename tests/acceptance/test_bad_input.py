"""Bad input: one clear sentence, the right exit code, no traceback, nothing half-written."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from acceptance_types import Postaloud
from pages import page
from peers import needs

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


def the_sentence(done: "subprocess.CompletedProcess[bytes]") -> str:
    told = done.stderr.decode()
    assert "Traceback" not in told
    errors = [line for line in told.splitlines() if line.startswith("Error: ")]
    assert len(errors) == 1, told
    return errors[0]


@pytest.mark.parametrize(
    ("name", "octets", "code", "words"),
    [
        ("missing.html", None, 5, ["missing.html"]),
        ("empty.html", b"", 4, ["empty.html", "empty"]),
        ("spaces.html", b" \n\t ", 4, ["spaces.html"]),
        ("picture.html", PICTURE, 4, ["picture.html"]),
        ("zeros.html", bytes(5_000), 4, ["zeros.html"]),
        ("noise.html", bytes(range(1, 32)) * 200, 4, ["noise.html"]),
        ("nothing.html", b"<html><body><nav>Home</nav></body></html>", 4, ["nothing.html"]),
    ],
)
def test_a_source_without_an_article_is_named_as_what_it_is(
    name: str, octets: bytes | None, code: int, words: list[str], postaloud: Postaloud, tmp_path: Path
) -> None:
    if octets is not None:
        (tmp_path / name).write_bytes(octets)

    done = postaloud("narrate", name, "-o", "out")

    sentence = the_sentence(done)
    assert done.returncode == code
    assert all(word in sentence for word in words)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--voice", "en-uz"], 6, ["en-uz", "en-us"]),
        (["--engine", "espaek"], 6, ["espaek", "espeak"]),
        (["--lang", "not a tag"], 2, ["not a tag"]),
        (["--lang", "qqq"], 6, ["qqq"]),
        (["--rate", "9999"], 2, ["450"]),
        (["--pitch", "20"], 2, ["50", "150"]),
        (["--volume", "500"], 2, ["10", "100"]),
        (["--voice", "quotes=en-gb"], 2, ["quotes", "narrator", "quote"]),
        (["--voice", "quote=en-gbb"], 6, ["en-gbb", "en-gb"]),
        (["--library", "none.so"], 6, ["none.so"]),
        (["--engine", "piper"], 6, ["postaloud voices install"]),
        (["--date", "yesterday"], 2, ["yesterday"]),
        (["--sections", "9"], 2, ["9", "3"]),
        (["--sections", "x"], 2, ["x"]),
        (["--sample", "soon"], 2, ["soon"]),
        (["--verbosity", "chatty"], 2, ["chatty", "guided"]),
        (["--extractor", "guess"], 2, ["guess", "vote"]),
        (["--config", "none.toml"], 2, ["none.toml"]),
        (["--select", "p["], 2, ["--select", "p["]),
        (["--skip", "p:tea"], 2, ["--skip", "p:tea"]),
        (["--select", ".none"], 4, [".none", "--select"]),
    ],
)
def test_a_wrong_option_is_named_with_what_would_be_right(
    options: list[str], code: int, words: list[str], postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    done = postaloud("narrate", tea, "-o", "out", *options)

    sentence = the_sentence(done)
    assert done.returncode == code
    assert all(word in sentence for word in words)
    assert not list(tmp_path.glob("out/*"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[narrate]\nvoice = 3\n", ["line 2", "voice"]),
        ("\n[narrate]\nvoise = 'x'\n", ["line 3", "voise"]),
        ("[nothing]\n", ["nothing"]),
        ("not toml", ["line 1"]),
    ],
)
def test_a_wrong_configuration_names_line_and_key(
    text: str, words: list[str], postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    (tmp_path / "postaloud.toml").write_text(text)

    done = postaloud("narrate", tea)

    assert done.returncode == 2
    assert all(word in the_sentence(done) for word in words)


def test_an_output_that_cannot_be_a_folder_is_refused_before_any_speech(
    postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")

    done = postaloud("narrate", tea, "-o", "file/below")

    assert done.returncode == 7
    assert "file/below" in the_sentence(done)
    assert "Chapter" not in done.stderr.decode()


def test_a_full_disk_leaves_what_was_there(postaloud: Postaloud, tea: Path, tmp_path: Path) -> None:
    postaloud("narrate", tea, "-o", "out")
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.*")}
    limited = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000));"
        "sys.argv[0] = 'postaloud'; runpy.run_module('postaloud', run_name='__main__')"
    )
    command = [sys.executable, "-c", limited, "narrate", str(tea), "-o", "out", "--no-cache", "--rate", "120"]
    # A coverage measurement of the process would meet the same limit with its own file.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60, check=False, env=environment)

    assert done.returncode == 7
    assert "out" in the_sentence(done)
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.*")} == before
    assert not list((tmp_path / "out").glob(".*"))


def test_with_several_sources_the_good_ones_are_done_and_the_bad_ones_named(
    postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.html").write_bytes(b"")

    done = postaloud("narrate", "missing.html", "empty.html", tea, "-o", "out")
    none_done = postaloud("narrate", "missing.html", "empty.html", "-o", "out")

    told = done.stderr.decode()
    assert done.returncode == 3
    assert "missing.html" in told
    assert "empty.html" in told
    assert len(list((tmp_path / "out").glob("*/*.mp3"))) == 1
    assert none_done.returncode == 4


def test_a_folder_is_narrated_page_by_page(postaloud: Postaloud, tmp_path: Path) -> None:
    (tmp_path / "blog").mkdir()
    for name in ("one", "two"):
        (tmp_path / "blog" / f"{name}.html").write_text(page(title=name))
    (tmp_path / "nothing").mkdir()

    assert postaloud("narrate", "blog", "-o", "out").returncode == 0
    assert len(list((tmp_path / "out").glob("*/*.mp3"))) == 2
    assert postaloud("narrate", "nothing").returncode == 4


def test_a_folder_of_many_kinds_is_done_but_for_what_cannot_be_read(postaloud: Postaloud, tmp_path: Path) -> None:
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "one.html").write_text(page(title="One"))
    (tmp_path / "blog" / "two.md").write_text("---\ntitle: Two\n---\nSome words.\n\n# Alone\n")
    (tmp_path / "blog" / "three.txt").write_text("Three\n\nSome words of the third.")
    (tmp_path / "blog" / "four.txt").write_bytes(b"")

    done = postaloud("narrate", "blog", "-o", "out", "--engine", "silent")

    assert done.returncode == 3
    assert "four.txt" in the_sentence(done)
    assert sorted(path.name.split("-")[0] for path in (tmp_path / "out").iterdir()) == ["one", "three", "two"]


def test_what_is_not_read_is_listed_with_its_reason(postaloud: Postaloud, tea: Path) -> None:
    told = postaloud("outline", tea, "--skipped", "--skip", "ol").stdout.decode()
    listed = json.loads(postaloud("outline", tea, "--skipped", "--skip", "ol", "--json").stdout)

    assert "Skipped by option: Pour: slowly" in told
    assert listed["skipped"][-1]["reason"] == "skipped by option"
    assert listed["blocks"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_leaves_nothing_half_and_no_process(number: int, code: int, tmp_path: Path) -> None:
    body = "".join(f"<h2>Part {n}</h2>" + f"<p>This is sentence {n} of a very long page.</p>" * 40 for n in range(150))
    (tmp_path / "long.html").write_text(page(body))
    environment = {**os.environ, "POSTALOUD_TEST_MARK": str(tmp_path)}
    command = [sys.executable, "-m", "postaloud", "narrate", "long.html", "-o", "out", "--no-cache"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, env=environment) as running:
        assert running.stderr is not None
        next(line for line in running.stderr if line.startswith(b"Chapter 2 "))
        running.send_signal(number)
        start = time.monotonic()
        rest = running.stderr.read().decode()

    assert running.returncode == code
    assert time.monotonic() - start < 2
    assert "Traceback" not in rest
    assert not list(tmp_path.glob("out/*"))
    assert not list(tmp_path.glob("out/.*"))
    assert processes_marked(str(tmp_path)) == []


def processes_marked(mark: str) -> list[str]:
    """Return the processes that carry our mark in their environment and still run."""
    deadline = time.monotonic() + 5
    while (found := list(_marked(mark.encode()))) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found


def _marked(mark: bytes) -> "list[str]":
    found: list[str] = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if b"POSTALOUD_TEST_MARK=" + mark in (entry / "environ").read_bytes().split(b"\0"):
                found.append(entry.name)
        except OSError:
            continue
    return found


def test_a_reader_that_goes_away_is_no_traceback(tea: Path) -> None:
    command = f"{sys.executable} -m postaloud script {tea} | head -n 1"

    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=False)

    assert done.stderr == b""


@needs("bash")
def test_a_full_standard_output_is_said(tea: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m postaloud outline {tea} > /dev/full"],
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 7
    assert "standard output" in the_sentence(done)


def test_texts_of_a_page_cannot_steer_the_terminal(postaloud: Postaloud, tmp_path: Path) -> None:
    (tmp_path / "evil.html").write_text(page(title="A &#27;[31m red &#155;31m title"))

    for command in (["outline"], ["outline", "--json"], ["script"], ["narrate", "--dry-run"]):
        done = postaloud(*command, "evil.html")
        assert done.returncode == 0
        assert not {0x1B, 0x9B} & set(map(ord, (done.stdout + done.stderr).decode()))
