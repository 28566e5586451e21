"""A folder of posts: what has not changed is left alone, what fails stops no other, what breaks leaves no traces."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from acceptance_types import Postaloud
from pages import page

SILENT = ("--engine", "silent", "--no-cache")
KILLS = 100 if os.environ.get("POSTALOUD_LONG") else 20


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def contents(folder: Path) -> dict[str, bytes]:
    return {name: content for name, (content, _) in files(folder).items()}


def report(done: "subprocess.CompletedProcess[bytes]") -> dict[str, int]:
    told = json.loads(done.stdout)
    return {name: told[name] for name in ("done", "unchanged", "failed", "exit_code")}


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.html").write_text(page(f"<p>Post {number} tells of tea.</p>", title=f"Post {number}"))
    return folder


def test_what_has_not_changed_is_not_touched(postaloud: Postaloud, posts: Path, tmp_path: Path) -> None:
    first = postaloud("narrate", "posts", "-o", "out", "--json", *SILENT)
    before = files(tmp_path / "out")
    for path in posts.iterdir():
        os.utime(path, (1, 1))
    again = postaloud("narrate", "posts", "-o", "out", "--json", *SILENT)

    assert report(first) == {"done": 6, "unchanged": 0, "failed": 0, "exit_code": 0}
    assert report(again) == {"done": 0, "unchanged": 6, "failed": 0, "exit_code": 0}
    assert files(tmp_path / "out") == before


def test_only_the_edited_post_is_made_again(postaloud: Postaloud, posts: Path, tmp_path: Path) -> None:
    postaloud("narrate", "posts", "-o", "out", *SILENT)
    before = contents(tmp_path / "out")
    (posts / "3.html").write_text(page("<p>Post 3 tells of coffee now.</p>", title="Post 3"))

    done = postaloud("narrate", "posts", "-o", "out", "--json", *SILENT)

    changed = {
        Path(name).parent.name for name, content in contents(tmp_path / "out").items() if before[name] != content
    }
    assert report(done) == {"done": 1, "unchanged": 5, "failed": 0, "exit_code": 0}
    assert [name.startswith("post-3-") for name in changed] == [True]


def test_where_only_the_script_is_as_it_was_only_the_record_changes(
    postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    epoch = {"SOURCE_DATE_EPOCH": "1700000000"}
    postaloud("narrate", tea, "-o", "out", *SILENT, env=epoch)
    before = files(tmp_path / "out")
    tea.write_text(tea.read_text().replace("</body>", "<nav>A new link</nav></body>"))
    done = postaloud("narrate", tea, "-o", "out", *SILENT)
    after = files(tmp_path / "out")
    postaloud("narrate", tea, "-o", "fresh", *SILENT, env=epoch)

    assert done.stdout.startswith(b"Unchanged. How to make tea: ")
    assert [name for name in after if after[name] != before[name]] == [n for n in after if n.endswith("episode.json")]
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


@pytest.mark.parametrize("options", [["--rate", "190"], ["--title", "Tea"], ["--verbosity", "full"], ["--force"]])
def test_other_settings_make_it_again(options: list[str], postaloud: Postaloud, tea: Path) -> None:
    postaloud("narrate", tea, "-o", "out", *SILENT)

    done = postaloud("narrate", tea, "-o", "out", *SILENT, *options)

    assert done.stdout.startswith(b"Done. ")


def test_a_lexicon_and_an_override_make_it_again(postaloud: Postaloud, tea: Path, tmp_path: Path) -> None:
    (tmp_path / "postaloud.toml").write_text("")
    postaloud("narrate", tea, "-o", "out", *SILENT)
    postaloud("lexicon", "add", "litre", "leeter")
    with_lexicon = postaloud("narrate", tea, "-o", "out", *SILENT)
    record = next((tmp_path / "out").glob("*/episode.json"))
    record.write_text(json.dumps({**json.loads(record.read_text()), "overrides": {"title": "My tea"}}))
    overridden = postaloud("narrate", tea, "-o", "out", *SILENT)

    assert with_lexicon.stdout.startswith(b"Done. How to make tea")
    assert overridden.stdout.startswith(b"Done. My tea")


@pytest.mark.parametrize("broken", ["cut", "gone", "record"])
def test_an_episode_that_is_not_whole_is_made_again(
    broken: str, postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    postaloud("narrate", tea, "-o", "out", *SILENT)
    before = contents(tmp_path / "out")
    suffix = {"cut": "mp3", "gone": "vtt", "record": "json"}[broken]
    victim = next(path for path in (tmp_path / "out").rglob(f"*.{suffix}") if path.name != "chapters.json")
    victim.write_bytes(victim.read_bytes()[:-9]) if broken != "gone" else victim.unlink()

    done = postaloud("narrate", tea, "-o", "out", *SILENT)

    assert done.stdout.startswith(b"Done. ")
    assert contents(tmp_path / "out") == before


def test_a_failed_post_stops_no_other_and_is_named_in_the_report(postaloud: Postaloud, posts: Path) -> None:
    (posts / "2.html").write_bytes(b"")

    done = postaloud("narrate", "posts", "missing.html", "-o", "out", "--quiet", *SILENT)

    lines = done.stdout.decode().splitlines()
    assert done.returncode == 3
    assert lines[:2] == ["Done: 5. Unchanged: 0. Failed: 2.", "Episodes: out"]
    assert [name in line for line, name in zip(lines[2:], ("missing.html", "2.html"), strict=True)] == [True, True]
    assert all(line.startswith("Error: ") for line in done.stderr.decode().splitlines())


def test_a_pattern_that_the_shell_left_is_expanded(postaloud: Postaloud, posts: Path) -> None:
    (posts / "deep").mkdir()
    (posts / "deep" / "one.md").write_text("# One\n\nSome words.\n")

    assert (
        report(postaloud("narrate", "posts/[0-2].html", "posts/**/*.md", "-o", "out", "--json", *SILENT))["done"] == 4
    )
    assert postaloud("narrate", "posts/*.none", "-o", "out").returncode == 5


def test_an_article_in_two_places_is_narrated_once(postaloud: Postaloud, tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    for name in ("a", "b"):
        head = '<link rel="canonical" href="https://tea.example/pot">'
        (tmp_path / "posts" / f"{name}.html").write_text(page(f"<p>As {name} has it.</p>", head=head))

    first = postaloud("narrate", "posts", "-o", "out", *SILENT)
    before = files(tmp_path / "out")
    again = postaloud("narrate", "posts", "-o", "out", *SILENT)

    assert "posts/b.html is the same article as posts/a.html" in first.stderr.decode()
    assert again.returncode == 0
    assert files(tmp_path / "out") == before


def test_the_same_bytes_whatever_runs_beside_it(postaloud: Postaloud, posts: Path, tmp_path: Path) -> None:
    (posts / "9.html").write_text(page("<p>Ein Satz auf Deutsch.</p>", title="Tee", lang="de"))
    for jobs in ("1", "2", "5"):
        assert postaloud("narrate", "posts", "-o", f"out{jobs}", "--jobs", jobs, "--no-cache").returncode == 0
    postaloud("narrate", "posts/2.html", "-o", "alone", "--no-cache")

    whole = contents(tmp_path / "out1")
    assert contents(tmp_path / "out2") == contents(tmp_path / "out5") == whole
    assert contents(tmp_path / "alone").items() <= whole.items()


def test_three_runs_at_once_make_each_episode_once(posts: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "postaloud", "narrate", "posts", "-o", "out", "--json", *SILENT]
    running = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE) for _ in range(3)]
    counts = [json.loads(each.communicate(timeout=60)[0]) for each in running]

    assert posts.is_dir()
    assert sorted(count["done"] for count in counts) == [0, 0, 6]
    assert sum(count["unchanged"] for count in counts) == 12


def test_a_run_that_was_killed_anywhere_is_made_good_by_the_next(posts: Path, tmp_path: Path) -> None:
    """The whole process group is killed, at points that a seed decides."""
    command = [sys.executable, "-m", "postaloud", "narrate", "posts", "-o", "out", "--cache", "takes", "--quiet"]
    start = time.monotonic()
    assert posts.is_dir()
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    length = time.monotonic() - start
    whole = contents(tmp_path / "out")
    chance = random.Random(9)

    for _ in range(KILLS):
        shutil.rmtree(tmp_path / "out")
        shutil.rmtree(tmp_path / "takes")
        kill_after(command, tmp_path, chance.uniform(0.1, length))
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

        assert contents(tmp_path / "out") == whole
        assert not list((tmp_path / "out").rglob(".*"))
        assert not [path for path in (tmp_path / "takes").rglob("*") if path.is_file() and path.suffix != ".take"]


def kill_after(command: list[str], folder: Path, seconds: float) -> None:
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        time.sleep(seconds)
        os.killpg(running.pid, signal.SIGKILL)


def wait_for_workers(pid: int) -> None:
    """Wait until the interpreter has started, and our own code with it: before, a signal meets Python alone."""
    while not Path(f"/proc/{pid}/task/{pid}/children").read_text():
        time.sleep(0.01)


@pytest.mark.parametrize(("number", "codes"), [(signal.SIGINT, {130, 0}), (signal.SIGTERM, {143, 0})])
def test_a_signal_at_any_point_ends_the_run_within_two_seconds(
    number: signal.Signals, codes: set[int], posts: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "postaloud", "narrate", "posts", "-o", "out", "--no-cache", "--quiet"]
    chance = random.Random(number)
    assert posts.is_dir()
    for _ in range(6):
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as running:
            wait_for_workers(running.pid)
            time.sleep(chance.uniform(0, 0.8))
            running.send_signal(number)
            start = time.monotonic()
            _, told = running.communicate(timeout=20)

        assert time.monotonic() - start < 2
        assert running.returncode in codes
        assert b"Traceback" not in told


def test_the_cache_tells_its_size_is_kept_small_and_cleaned(postaloud: Postaloud, posts: Path, tmp_path: Path) -> None:
    assert posts.is_dir()
    postaloud("narrate", "posts", "-o", "out", "--cache", "takes", "--engine", "silent")
    told = postaloud("cache", "--cache", "takes").stdout.decode()
    postaloud("narrate", "posts/1.html", "-o", "b", "--cache", "takes", "--cache-limit", "1", "--rate", "90")
    size = sum(path.stat().st_size for path in (tmp_path / "takes").rglob("*.take"))
    cleaned = postaloud("cache", "--cache", "takes", "clean").stdout.decode()

    assert told.splitlines()[0] == "Cache: takes"
    assert told.splitlines()[1].startswith("Kept: ")
    assert 0 < size <= 1_000_000
    assert cleaned == "The cache takes is empty.\n"
    assert not list((tmp_path / "takes").rglob("*.take"))


def test_what_publishing_wrote_is_no_source(postaloud: Postaloud, posts: Path, tmp_path: Path) -> None:
    assert posts.is_dir()
    (tmp_path / "postaloud.toml").write_text('[show]\nbase_url = "https://tea.example/"\n')
    postaloud("narrate", "posts", "-o", "out", *SILENT)
    postaloud("publish", "out")

    again = postaloud("narrate", ".", "-o", "out", "--json", *SILENT)

    assert (tmp_path / "out" / "index.html").is_file()
    assert report(again) == {"done": 0, "unchanged": 6, "failed": 0, "exit_code": 0}
