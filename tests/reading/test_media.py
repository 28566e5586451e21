"""Videos, recordings and frames by their titles."""

import pytest

from postaloud.model.article import Figure, FigureKind, text_of
from postaloud.model.page import Page
from postaloud.reading import read_article

Seen = list[tuple[FigureKind, str | None]]
VIDEO, AUDIO, EMBED = FigureKind.VIDEO, FigureKind.AUDIO, FigureKind.EMBED


def figures(html: str) -> list[Figure]:
    lead = read_article(Page("page.html", f"<p>A paragraph stands first.</p>{html}".encode())).lead
    return [block for block in lead if isinstance(block, Figure)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<video src=a.mp4 title='The storm'></video>", [(VIDEO, "The storm")]),
        ("<video src=a.mp4 aria-label='The storm'>Old browser</video>", [(VIDEO, "The storm")]),
        ("<video src=a.mp4></video>", [(VIDEO, None)]),
        ("<audio src=a.mp3 title='The horn'></audio>", [(AUDIO, "The horn")]),
        ("<iframe src='https://www.youtube.com/embed/1' title='The storm'></iframe>", [(VIDEO, "The storm")]),
        ("<iframe src='https://open.spotify.com/x' title='The horn'></iframe>", [(AUDIO, "The horn")]),
        ("<iframe src='https://maps.example/' title='The island'></iframe>", [(EMBED, "The island")]),
        ("<iframe src='https://www.youtube.com/embed/1' title='YouTube video player'></iframe>", [(VIDEO, None)]),
        ("<lite-youtube videoid=1 playlabel='Play: The storm'></lite-youtube>", [(VIDEO, "The storm")]),
        ("<span hidden id=t>The storm</span><video aria-labelledby=t></video>", [(VIDEO, "The storm")]),
        ("<p>Words <video title='The storm'></video> around</p>", [(VIDEO, "The storm")]),
        ("<iframe src='https://ads.doubleclick.example/' title='Boots'></iframe>", []),
        ("<iframe src='https://x.example/' title='Advertisement'></iframe>", []),
        ("<iframe src='https://x.example/' title='reCAPTCHA'></iframe>", []),
        ("<iframe src='https://x.example/' title='Pixel' height=1></iframe>", []),
        ("<iframe src='https://x.example/' title='Gone' style='display: none'></iframe>", []),
        ("<video title='Gone' hidden></video>", []),
        ("<div class=newsletter><iframe title='Letters from us' src=x></iframe></div>", []),
    ],
)
def test_media_are_known_by_their_titles(html: str, expected: Seen) -> None:
    assert [(figure.kind, figure.alt) for figure in figures(html)] == expected


def test_the_caption_of_a_video_is_its_own() -> None:
    figure = figures("<figure><video src=a.mp4></video><figcaption>Filmed in March</figcaption></figure>")[0]

    assert (figure.alt, text_of(figure.caption), figure.source) == (None, "Filmed in March", "a.mp4")
