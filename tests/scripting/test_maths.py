"""Formulas in, their words out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postaloud.scripting.maths import say_maths
from postaloud.scripting.maths.de import GERMAN
from postaloud.scripting.maths.en import ENGLISH
from postaloud.scripting.maths.es import SPANISH
from postaloud.scripting.maths.fr import FRENCH
from postaloud.scripting.maths.vocabulary import Shape, Vocabulary
from postaloud.scripting.words import words

TEX = {
    r"7x-3=11": "7 x minus 3, is equal to 11",
    r"\frac{3}{4}": "3 fourths",
    r"\frac{17}{23}": "17 over 23",
    r"\frac{p}{q}": "p over q",
    r"\frac{p+1}{q}": "the fraction with numerator p plus 1; and denominator q",
    r"\frac{\cos y}{y}": "the fraction with numerator cosine of y; and denominator y",
    r"4\frac{2}{5}": "4 and 2 fifths",
    r"\sqrt{11}": "the square root of 11",
    r"\sqrt{k+2}-1": "the square root of k plus 2, end root minus 1",
    r"\sqrt[3]{q}": "the cube root of q",
    r"\sqrt[5]{q}": "the fifth root of q",
    r"\sqrt[m]{q}": "the m-th root of q",
    r"w^2": "w squared",
    r"w^3": "w cubed",
    r"w^7": "w to the seventh power",
    r"w^{15}": "w to the 15-th power",
    r"w^k": "w to the k-th power",
    r"w^{-4}": "w to the negative 4 power",
    r"w^{1.5}": "w to the 1.5 power",
    r"w^{k+1}": "w raised to the k plus 1 power",
    r"(w-1)^2": "open paren w minus 1, close paren squared",
    r"(-3)^k": "open paren negative 3 close paren to the k-th power",
    r"g_7": "g sub 7",
    r"g_{k-1}": "g sub k minus 1 end sub",
    r"g_k^2": "g sub k, squared",
    r"\log_3 81": "the log base 3, of 81",
    r"\sin^2 \beta": "sine squared of beta",
    r"\cos^{-1} y": "inverse cosine of y",
    r"\tan^5 y": "the fifth power of, tangent of y",
    r"\ln 7": "l n 7",
    r"\sin(u-v)": "sine of, open paren u minus v, close paren",
    r"g'(t)": "g prime of t",
    r"g''": "g double prime",
    r"\sum_{k=0}^{9} k^2": "the sum from k is equal to 0, to 9 of k squared",
    r"\sum_{k\in M} k": "the sum over k is a member of cap m of k",
    r"\prod k": "the product of k",
    r"\int_2^5 g(t)\,dt": "the integral from 2, to 5 of g of t d t",
    r"\iint h": "the double integral of h",
    r"\lim_{t\to\infty} g(t)": "the limit as t approaches infinity of g of t",
    r"\max_{k} a_k": "the maximum over k of eigh sub k",
    r"|u-3|": "the absolute value of u minus 3, end absolute value",
    r"|u|": "the absolute value of u",
    r"\|w\|": "norm of w",
    r"\lfloor 2.5 \rfloor": "floor of 2.5",
    r"\lceil t \rceil": "ceiling of t",
    r"\{2,4,8\}": "the set 2 comma 4 comma 8",
    r"\{\}": "the empty set",
    r"\{t\mid t<9\}": "the set of all t such that t is less than 9",
    r"\{t\in\mathbb{Z}: t<9\}": "the set of all t in the integers such that t is less than 9",
    r"\mathbb{N}^+": "the positive natural numbers",
    r"\mathbb{C}^3": "C 3",
    r"(0,9]": "the open closed interval from 0 to 9",
    r"[2,3]": "the closed interval from 2 to 3",
    r"\binom{9}{4}": "9 choose 4",
    r"\binom{k+1}{m+2}": "binomial k plus 1 choose m plus 2 end binomial",
    r"P(U\mid V)": "cap p of, open paren cap u given cap v close paren",
    r"\begin{bmatrix}5&6\\7&8\end{bmatrix}": "the 2 by 2 matrix; row 1; 5, 6; row 2; 7, 8",
    r"\begin{pmatrix}1&0\\0&1\end{pmatrix}": "the 2 by 2 identity matrix",
    r"\begin{pmatrix}0&0\\0&0\end{pmatrix}": "the 2 by 2 zero matrix",
    r"\begin{pmatrix}3&0\\0&4\end{pmatrix}": "the 2 by 2 diagonal matrix; column 1; 3; column 2; 4",
    r"\begin{pmatrix}4\\6\end{pmatrix}": "the 2 by 1 column matrix; 4, 6",
    r"\begin{pmatrix}4&6\end{pmatrix}": "the 1 by 2 row matrix; 4, 6",
    r"\begin{vmatrix}5&6\\7&8\end{vmatrix}": "the 2 by 2 determinant; row 1; 5, 6; row 2; 7, 8",
    r"\begin{bmatrix}1&2&3&4\\5&6&7&8\end{bmatrix}": (
        "the 2 by 4 matrix; row 1; column 1; 1, column 2; 2, column 3; 3, column 4; 4; row 2; column 1; 5, "
        "column 2; 6, column 3; 7, column 4; 8"
    ),
    r"h(t)=\begin{cases}1 & t>0\\ 0 & t\le 0\end{cases}": (
        "h of t, is equal to 2 cases; case 1; 1, t is greater than 0; case 2; 0, t is less than or equal to 0"
    ),
    r"\begin{aligned}u&=1\\v&=2\end{aligned}": "2 equations; equation 1; u is equal to 1; equation 2; v is equal to 2",
    r"B^T": "cap b transpose",
    r"\vec{u}": "vector u",
    r"\hat{u}": "u hat",
    r"\bar{u}": "u bar",
    r"\dot{u}": "u dot",
    r"\overline{CD}": "line segment cap c cap d",
    r"\underbrace{u+v}_{9}": "u plus v with brace below with 9 below",
    r"\alpha\ne\omega": "alpha is not equal to omega",
    r"\Gamma": "cap gamma",
    r"6!": "6 factorial",
    r"45^\circ": "45 degrees",
    r"12{,}500": "12500",
    r"3(t+1)": "3 times, open paren t plus 1, close paren",
    r"(t+1)(t-2)": "open paren t plus 1, close paren times, open paren t minus 2, close paren",
    r"t(u+v)": "t, open paren u plus v, close paren",
    r"u\not\in V": "u is not a member of cap v",
    r"u\rightarrow v": "u right arrow v",
    r"\frac{\partial h}{\partial t}": "partial derivative h over partial derivative t",
    r"\frac{dh}{dt}": "d h over d t",
    r"9\,\text{apples}": "9 apples",
    r"\mathbf{F}": "bold cap f",
    r"\mathfrak{g}": "fraktur g",
    r"\mathcal{H}": "script cap h",
    r"u \mod 7": "u mod 7",
    r"x^{*}": "x star",
    r"5\%": "5 percent",
    r"\pm 3": "plus or minus 3",
    r"\exp(t)": "exponential of t",
    r"\gcd(12,18)": "greatest common divisor of 12, 18",
}
MATHML = {
    "<mn>4</mn><mo>&#x2062;</mo><mi>k</mi>": "4 k",
    "<mi>h</mi><mo>&ApplyFunction;</mo><mrow><mo>(</mo><mi>k</mi><mo>)</mo></mrow>": "h of k",
    "<mi>q</mi><mo>&#x2061;</mo><mrow><mo>(</mo><mi>k</mi><mo>)</mo></mrow>": "q of k",
    "<mi>k</mi><mo>&#x2062;</mo><mrow><mo>(</mo><mi>t</mi><mo>)</mo></mrow>": "k times t",
    "<mn>6</mn><mn>7</mn>": "6 times 7",
    "<mo>(</mo><mn>4</mn><mo>)</mo><mi>k</mi>": "4 times k",
    "<mn>1</mn><mo>&#x2064;</mo><mfrac><mn>3</mn><mn>4</mn></mfrac>": "1 and 3 fourths",
    "<mfrac><mn>21</mn><mn>2</mn></mfrac>": "21 over 2",
    "<mfrac><mn>3</mn><mi>k</mi></mfrac><mfrac><mi>k</mi><mn>4</mn></mfrac>": "3 over k times k over 4",
    "<mroot><mi>k</mi><mn>2</mn></mroot>": "the square root of k",
    "<msqrt><mi>u</mi><mo>+</mo><mn>1</mn></msqrt>": "the square root of u plus 1",
    "<mo>|</mo><mi>u</mi><mo>]</mo>": "vertical bar u close bracket",
    "<mo>(</mo><mi>u</mi>": "open paren u",
    "<mi>u</mi><mo>)</mo>": "u close paren",
    "<mi>u</mi><mo>|</mo><mi>v</mi>": "u vertical bar v",
    "<mo>&#x27E8;</mo><mi>u</mi><mo>&#x27E9;</mo>": "open angle bracket u close angle bracket",
    "<mo>(</mo><mo>(</mo><mi>u</mi><mo>)</mo><mo>)</mo>": "open paren u close paren",
    "<mi>f</mi><mo>(</mo><mo>(</mo><mi>u</mi><mo>)</mo><mo>)</mo>": "f of, open paren u close paren",
    "<mo>[</mo><mi>u</mi><mo>]</mo>": "open bracket u close bracket",
    "<mo>-</mo><mn>5</mn><mo>&#x2212;</mo><mn>6</mn>": "negative 5 minus 6",
    "<mi>u</mi><mo>=</mo><mn>5</mn><mo>.</mo>": "u is equal to 5",
    "<mi>sin</mi>": "sine",
    "<mi>sin</mi><mo>+</mo><mn>1</mn>": "sine plus 1",
    "<mo>cos</mo><mo>-</mo><mi>u</mi>": "cosine of negative u",
    "<mi>u</mi><mtext> if </mtext><mi>v</mi>": "u if v",
    "<ms>word</ms>": "word",
    "<mi>rate</mi>": "rate",
    "<mi>\U0001d42e\U0001d42f</mi>": "bold u bold v",
    "<mi mathvariant='bold'>u</mi>": "bold u",
    "<mn>\U0001d7d3</mn>": "bold 5",
    "<mi>ℌ</mi><mi>ℒ</mi><mi>ℍ</mi>": "fraktur cap h script cap l double struck cap h",
    "<mi>Я</mi><mi>я</mi>": "cap я я",
    "<mi>ϑ</mi><mi>∞</mi><mi>½</mi>": "theta infinity vulgar fraction one half",
    "<mi>\ue123</mi>": "",
    "<mi>\uf055</mi>": "fraktur bold cap v",
    "<mi>❷</mi><mi>⑤</mi>": "black circled two circled five",
    "<mo>⨝</mo>": "join",
    "<mo>@</mo>": "@",
    "<mo>=/=</mo>": "=/=",
    "<msup><mi>u</mi><mo>+</mo></msup>": "u super plus",
    "<msup><mi>u</mi><mo>*</mo></msup>": "u star",
    "<msup><mi>U</mi><mo>⊤</mo></msup>": "cap u transpose",
    "<msup><mn>30</mn><mo>°</mo></msup>": "30 degrees",
    "<msup><mi>u</mi><mrow><mo>'</mo><mo>'</mo></mrow></msup>": "u double prime",
    "<msup><mi>ℝ</mi><mo>-</mo></msup>": "the negative real numbers",
    "<msup><mo>∑</mo><mn>9</mn></msup><mi>k</mi>": "the sum to 9 of k",
    "<mover><mo>∑</mo><mn>9</mn></mover><mi>k</mi>": "the sum to 9 of k",
    "<msub><mi>P</mi><mrow><mn>9</mn><mo>,</mo><mn>4</mn></mrow></msub>": "4 permutations of 9",
    "<msub><mrow><mo>∥</mo><mi>u</mi><mo>∥</mo></mrow><mn>2</mn></msub>": "2 norm of u",
    "<msub><mi>log</mi><mn>5</mn></msub>": "the log base 5",
    "<msubsup><mi>u</mi><mrow/><mn>2</mn></msubsup>": "u squared",
    "<msubsup><mi>u</mi><mn>5</mn><mo>′</mo></msubsup>": "u sub 5 prime",
    "<mover><mi>u</mi><mi>v</mi></mover>": "u with v above",
    "<munder><mi>u</mi><mi>v</mi></munder>": "u with v below",
    "<munder><mi>u</mi><mo>_</mo></munder>": "u bar",
    "<mover><mrow><mi>C</mi><mi>D</mi></mrow><mo>→</mo></mover>": "ray cap c cap d",
    "<munder><mi>lim</mi><mrow><mi>u</mi><mo>→</mo><mn>5</mn></mrow></munder><mi>u</mi>": (
        "the limit as u approaches 5 of u"
    ),
    "<mmultiscripts><mi>H</mi><mn>1</mn><mn>2</mn><mprescripts/><mn>3</mn><none/></mmultiscripts>": (
        "sub 3 cap h sub 1 super 2"
    ),
    "<mmultiscripts><mi>C</mi><mn>2</mn><none/><mprescripts/><mn>7</mn><none/></mmultiscripts>": "7 choose 2",
    "<mmultiscripts><mi>P</mi><mn>2</mn><none/><mprescripts/><mn>7</mn><none/></mmultiscripts>": "2 permutations of 7",
    "<mfenced open='[' close=')'><mn>4</mn><mn>9</mn></mfenced>": "the closed open interval from 4 to 9",
    "<mfenced separators=''><mi>u</mi><mi>v</mi></mfenced>": "open paren u v close paren",
    "<mo>{</mo><mi>u</mi><mo>:</mo><mo>}</mo>": "the set u colon",
    "<mo>{</mo><mi>u</mi>": "open brace u",
    "<maction selection='2'><mi>u</mi><mi>v</mi></maction>": "v",
    "<maction selection='9'><mi>u</mi></maction>": "",
    "<menclose notation='box'><mi>u</mi></menclose>": "box, enclosing u end enclosure",
    "<menclose notation='top left'><mi>u</mi></menclose>": "line on top, left, enclosing u end enclosure",
    "<menclose notation='horizontalstrike'><mi>u</mi></menclose>": "horizontal, cross out, enclosing u end enclosure",
    "<menclose notation='unheardof'><mi>u</mi></menclose>": "u",
    "<mphantom><mi>u</mi></mphantom><mspace/><mi>v</mi>": "v",
    "<mfrac><mi>u</mi></mfrac>": "u",
    "<semantics><mi>u</mi><annotation encoding='application/x-tex'>u</annotation></semantics>": "u",
    "<semantics><annotation-xml encoding='MathML-Presentation'><mi>v</mi></annotation-xml></semantics>": "v",
    "<mi>E</mi><mo>(</mo><mi>U</mi><mo>|</mo><mi>V</mi><mo>)</mo>": (
        "cap e of, open paren cap u given cap v close paren"
    ),
    "<mtable/>": "0 lines",
    "<mtable><mtr><mtd><mn>4</mn></mtd></mtr><mtr><mtd><mn>5</mn></mtd></mtr></mtable>": (
        "2 lines; line 1; 4; line 2; 5"
    ),
    "<mtable><mtr><mtd><mn>4</mn></mtd><mtd><mn>5</mn></mtd></mtr></mtable>": "table with 1 rows and 2 columns; 4, 5",
    "<mtable><mtr><mtd><mi>u</mi><mo>=</mo><mn>4</mn></mtd></mtr></mtable>": "u is equal to 4",
    "<mo>[</mo><mtable><mtr><mtd><mn>8</mn></mtd></mtr></mtable><mo>]</mo>": "the 1 by 1 matrix with entry 8",
    "<mo>[</mo><mtable><mtr><mtd><mn>8</mn></mtd><mtd/></mtr><mtr><mtd><mn>8</mn></mtd></mtr></mtable><mo>]</mo>": (
        "the 2 by 2 matrix; row 1; 8; row 2; 8"
    ),
    "<mo>[</mo><mtable columnlines='solid' rowlines='solid'><mtr><mtd><mn>4</mn></mtd><mtd><mn>5</mn></mtd></mtr>"
    "<mtr><mtd><mn>6</mn></mtd><mtd><mn>7</mn></mtd></mtr></mtable><mo>]</mo>": (
        "the 2 by 2 augmented matrix; row 1; 4, separator, 5, row separator; row 2; 6, separator, 7"
    ),
    "<mo>[</mo><mtable><mlabeledtr><mtd><mn>7</mn></mtd><mtd><mi>u</mi></mtd></mlabeledtr></mtable><mo>]</mo>": (
        "the 1 by 1 matrix with entry u"
    ),
    "<mo>[</mo><mtable><mlabeledtr><mtd><mn>7</mn></mtd><mtd><mi>u</mi></mtd></mlabeledtr>"
    "<mtr><mtd><mi>v</mi></mtd></mtr></mtable><mo>]</mo>": "the 2 by 1 column matrix; row 1 with label 7; u; row 2; v",
    "<mtable><mtr><mtd><mi>u</mi><mo>=</mo></mtd></mtr>"
    "<mtr intent=':continued-row'><mtd><mn>4</mn></mtd></mtr></mtable>": ("u is equal to 4"),
    "<mn>5</mn><mi intent=':unit'>kg</mi>": "5 kilo-grams",
    "<mn>1</mn><mi intent=':unit'>ft</mi>": "1 foot",
    "<mn>7</mn><mi intent=':unit'>zorkmid</mi>": "7 zorkmid",
    "<mn>7</mn><mfrac><mi class='MathML-Unit'>km</mi><mi class='MathML-Unit'>h</mi></mfrac>": "7 kilo-metres per hour",
    "<mfrac><mrow><mn>7</mn><mi intent=':unit'>m</mi></mrow><msup><mi intent=':unit'>s</mi><mn>2</mn></msup></mfrac>": (
        "7 metres per second squared"
    ),
    "<mfrac><mrow><mn>7</mn><mi intent=':unit'>mol</mi></mrow><mn>3</mn></mfrac>": "7 moles per 3",
    "<mrow intent='closed-interval($u,$v)'><mi arg='u'>u</mi><mi arg='v'>v</mi></mrow>": (
        "the closed interval from u to v"
    ),
    "<mrow intent='ceiling($u)'><mrow><mi arg='u'>u</mi></mrow></mrow>": "ceiling of u",
    "<mrow intent='pair($u,two-words)'><mi arg='u'>u</mi></mrow>": "pair of u comma, two words",
    "<mrow intent='joins:infix($u,$u)'><mi arg='u'>u</mi></mrow>": "u joins u",
    "<mrow intent='not:prefix($u)'><mi arg='u'>u</mi></mrow>": "not u",
    "<mrow intent='joins:infix($u)'><mi arg='u'>u</mi></mrow>": "joins u",
    "<mrow intent='squiggle:postfix($u)'><mi arg='u'>u</mi></mrow>": "u squiggle",
    "<mrow intent='x:silent($u)'><mi arg='u'>u</mi></mrow>": "u",
    "<mrow intent='known($w)'><mi arg='u'>u</mi></mrow>": "known of",
    "<mrow intent='empty()'><mi>u</mi></mrow>": "u",
    "<mrow intent='((('><mi>u</mi></mrow>": "u",
    "<mi intent='the-mean'>m</mi>": "the mean",
    "<mrow intent='norm($u)'><msqrt><mi arg='u'>u</mi></msqrt></mrow>": "norm of u",
    "<mfrac><mrow><mo>-</mo><mi>u</mi></mrow><mn>5</mn></mfrac>": "negative u over 5",
    "<mi intent=':silent'>m</mi><mi>u</mi>": "u",
    "<unheardof><mi>u</mi></unheardof>": "u",
}
OTHER = {
    ("de", r"\frac{1}{2}+\sqrt{k}=\alpha^2"): "1 halb plus die Wurzel aus k, gleich alpha zum Quadrat",
    ("de", r"\sum_{k=1}^{n} B_k"): "die Summe von k gleich 1, bis n von groß b Index k",
    ("de-CH", r"k\in\mathbb{R}"): "k Element von Menge der reellen Zahlen",
    ("fr", r"\frac{3}{4}+\sqrt{k}=\beta^3"): "3 quarts plus la racine carrée de k, égale bêta au cube",
    ("fr", r"\int_0^1 B"): "l'intégrale de 0, à 1 de b majuscule",
    ("fr", r"\binom{9}{4}"): "4 parmi 9",
    ("es", r"\frac{2}{3}-\sqrt[5]{k}<\mu"): "2 tercios menos la raíz 5-ésima de k, es menor que mi",
    ("es", r"\lim_{t\to 0} g(t)"): "el límite cuando t tiende a 0 de g de t",
    ("it", r"k+1"): "k plus 1",
}


@pytest.mark.parametrize(("tex", "said"), TEX.items())
def test_tex_is_said_in_words(tex: str, said: str) -> None:
    assert say_maths(tex, "en") == said


@pytest.mark.parametrize(("inside", "said"), MATHML.items())
def test_mathml_is_said_in_words(inside: str, said: str) -> None:
    assert say_maths(f"<math xmlns='http://www.w3.org/1998/Math/MathML'>{inside}</math>", "en") == said


@pytest.mark.parametrize(("written", "said"), OTHER.items())
def test_a_formula_speaks_the_language_of_the_text_around_it(written: tuple[str, str], said: str) -> None:
    lang, tex = written

    assert say_maths(tex, lang) == said


@pytest.mark.parametrize("vocabulary", [ENGLISH, GERMAN, FRENCH, SPANISH], ids=["en", "de", "fr", "es"])
def test_each_language_has_a_phrase_for_every_shape(vocabulary: Vocabulary) -> None:
    assert set(vocabulary.shapes) == set(Shape)
    assert {phrase.count("{}") for phrase, _ in vocabulary.within.values()} == {1}
    assert {name.count("{}") for name in vocabulary.accents.values()} == {1}


@pytest.mark.parametrize(
    "source",
    [
        "",
        "{",
        r"\frac",
        r"\left(",
        "{" * 5000,
        "k" * 2001,
        r"\newcommand{\k}{\k\k}\k",
        "<math><mi>k</math>",
        "<math>" + "<mrow>" * 100,
        "<math>" + "<mi>k</mi>" * 2000 + "</math>",
        '<!DOCTYPE math [<!ENTITY k "kk">]><math><mi>&k;</mi></math>',
    ],
)
def test_what_cannot_be_read_is_left_to_the_text_that_the_page_shows(source: str) -> None:
    assert not say_maths(source, "en")


NAMES = st.sampled_from(
    words(
        "mi mn mo mtext mrow mfrac msqrt mroot msup msub msubsup mover munder munderover mmultiscripts mtable mtr mtd "
        "mfenced menclose mprescripts none semantics annotation maction mstyle"
    )
)
TEXTS = st.sampled_from(
    words("k K 2 37 + - = ( ) [ ] { } | ∥ , . ! ∑ ∫ lim sin log → ∈ ′ ℝ α \U0001d400 \u2061 \u2062 \u2064")
)
TREES = st.recursive(
    st.builds(lambda name, text: f"<{name}>{text}</{name}>", NAMES, TEXTS),
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>", NAMES, st.lists(inner, max_size=5)
    ),
    max_leaves=30,
)


@given(st.lists(TREES, max_size=4), st.sampled_from(["en", "de", "fr", "es"]))
def test_no_formula_fails_or_leaves_a_loose_pause(parts: list[str], lang: str) -> None:
    said = say_maths(f"<math>{''.join(parts)}</math>", lang)

    assert said == " ".join(said.split()).strip(",;")
    assert ",," not in said


@given(st.text(alphabet="kK27+-=()[]{}|,.^_\\ &$'", max_size=60))
def test_no_tex_fails(tex: str) -> None:
    said = say_maths(tex, "en")

    assert said == " ".join(said.split())
