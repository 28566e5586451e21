"""Links that are safe to follow."""

import pytest

from postaloud.publishing.addresses import chapter_address, web_address


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://tea.example/pot/?a=1&b=2#x", "https://tea.example/pot/?a=1&b=2#x"),
        (" HTTPS://tea.example ", "https://tea.example"),
        ("https://tea.example/Löffel und Gabel", "https://tea.example/L%C3%B6ffel%20und%20Gabel"),
        ("https://tea.example/%22<b>'", "https://tea.example/%22%3Cb%3E'"),
        ("https://bücher.example:8080/", "https://xn--bcher-kva.example:8080/"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("java\nscript:alert(1)", ""),
        ("//tea.example/", ""),
        ("/pot/", ""),
        ("pot.html", ""),
        ("https://", ""),
        ("https://[::1/", ""),
        ("https://a..ü.example/", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(address: str, link: str) -> None:
    assert web_address(address) == link


@pytest.mark.parametrize(
    ("anchor", "link"),
    [
        ("#boil", "https://tea.example/pot/#boil"),
        ("#a+b", "https://tea.example/pot/#a%2Bb"),
        ("#wärme", "https://tea.example/pot/#w%C3%A4rme"),
        ("#boil > h2", "https://tea.example/pot/"),
        ("body > h2:nth-of-type(3)", "https://tea.example/pot/"),
        ("", "https://tea.example/pot/"),
    ],
)
def test_a_chapter_links_to_its_id_where_it_has_one(anchor: str, link: str) -> None:
    assert chapter_address("https://tea.example/pot/#top", anchor) == link


def test_a_chapter_link_has_no_plus_sign() -> None:
    assert chapter_address("https://tea.example/a+b?q=c+d", "#e") == "https://tea.example/a%2Bb?q=c%20d#e"


def test_without_an_address_a_chapter_has_no_link() -> None:
    assert chapter_address("posts/tea.html", "#boil") == ""
