"""Formulas as one line, from MathML, from TeX, from pictures of them."""

import pytest

from postaloud.model.article import Mark, Paragraph
from postaloud.model.page import Page
from postaloud.reading import read_article

X2 = "<msup><mi>x</mi><mn>2</mn></msup>"


def formulas(html: str) -> list[tuple[str, str]]:
    blocks = read_article(Page("page.html", f"<p>Words come first: {html} and after.</p>".encode())).lead
    runs = [run for block in blocks if isinstance(block, Paragraph) for run in block.runs]
    return [(run.text.strip(), run.title) for run in runs if Mark.MATHS in run.mark]


@pytest.mark.parametrize(
    ("mathml", "line"),
    [
        (X2, "x²"),
        ("<msup><mi>x</mi><mi>k</mi></msup>", "x^k"),
        ("<msup><mi>x</mi><mrow><mn>2</mn><mi>n</mi></mrow></msup>", "x²ⁿ"),
        ("<msub><mi>a</mi><mn>1</mn></msub>", "a₁"),
        ("<msub><mi>h</mi><mi>max</mi></msub>", "h_max"),
        ("<msubsup><mi>a</mi><mn>1</mn><mn>2</mn></msubsup>", "a₁²"),
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a + b)/2"),
        ("<msqrt><mi>h</mi></msqrt>", "√h"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "³√x"),
        ("<mi>a</mi><mo>=</mo><mi>b</mi>", "a = b"),
        ("<mi>f</mi><mo>&ApplyFunction;</mo><mo>(</mo><mi>x</mi><mo>)</mo>", "f(x)"),
        ("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable>",
         "1, 2; 3"),
        ("<mi>x</mi><mtext>where it rains</mtext>", "x where it rains"),
        (f"<semantics>{X2}<annotation encoding='application/x-tex'>x^2</annotation></semantics>", "x²"),
        ("<mrow>" * 100 + "<mi>deep</mi>", "deep"),
    ],
)  # fmt: skip
def test_a_formula_is_one_line(mathml: str, line: str) -> None:
    assert formulas(f"<math>{mathml}</math>") == [(line, "")]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<math alttext='x squared'>{X2}</math>", [("x²", "x squared")]),
        (f"<math alttext='x^{{2}}'>{X2}</math>", [("x²", "")]),
        (r"\(x^2\)", [("x^2", "")]),
        (r"\[ x^2 \]", [("x^2", "")]),
        ("$$x^2$$", [("x^2", "")]),
        ("$$ and $$$", []),
        ("$5 and $6", []),
        (r"<code>\(x\)</code>", []),
        ("<img class=latex alt='x^2' src=f.png>", [("x^2", "")]),
        ("<script type='math/tex'>x^2</script>", [("x^2", "")]),
        ("<span class=MathJax>x²</span><script type='math/tex'>x^2</script>", []),
        (f"<span class=mathml-a11y style='display:none'><math>{X2}</math></span><img aria-hidden=true src=f.svg>",
         [("x²", "")]),
        (f"<span style='display:none'><math>{X2}</math></span>", []),
    ],
)  # fmt: skip
def test_a_formula_is_read_once_and_in_words_where_its_author_gives_them(
    html: str, expected: list[tuple[str, str]]
) -> None:
    assert formulas(html) == expected
