"""Starting sooner changes nothing for others."""

import subprocess
import sys


def test_selectors_load_when_they_are_used_and_work() -> None:
    code = (
        "import sys; from postaloud.reading.starting import start_soup; start_soup(); import bs4;"
        "early = 'soupsieve.css_parser' in sys.modules;"
        "print(early, bs4.BeautifulSoup('<p class=a>x</p>', 'html.parser').select_one('p.a').text)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False", "x"]


def test_a_loaded_library_is_left_alone() -> None:
    code = (
        "import soupsieve, sys; from postaloud.reading.starting import start_soup; start_soup();"
        "print(sys.modules['soupsieve'] is soupsieve)"
    )

    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
        == "True"
    )
