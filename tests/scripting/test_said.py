"""What a voice says for what a page shows."""

import pytest

from postaloud.scripting import as_said

ENGLISH = [
    # money
    ("$1.5M", "one point five million dollars"),
    ("£3bn", "three billion pounds"),
    ("$19.99", "nineteen dollars ninety nine cents"),
    ("$5", "five dollars"),
    ("$1", "one dollar"),
    ("$.50", "fifty cents"),
    ("£0.01", "one penny"),
    ("$2.500", "two dollars fifty cents"),
    ("$2.345", "two point three four five dollars"),
    ("¥5.5", "five point five yen"),
    ("-$5 or $-5", "minus five dollars or minus five dollars"),
    ("Option 2 - $425", "Option 2 - four hundred twenty five dollars"),
    ("20 €", "twenty euros"),
    ("USD 30", "thirty U.S. dollars"),
    ("30 CHF", "thirty Swiss francs"),
    ("$5-10", "five to ten dollars"),
    ("$5 – $10", "five dollars to ten dollars"),
    ("$100/mo", "one hundred dollars per month"),
    ("50¢ or 1¢", "fifty cents or one cent"),
    # shares
    ("5%", "five percent"),
    ("5–10%", "5 to ten percent"),
    ("1,234.5%", "one thousand two hundred thirty four point five percent"),
    # dates and times
    ("2023-10-18", "October eighteenth, twenty twenty three"),
    ("10/18/23", "the eighteenth of October, twenty twenty three"),
    ("18/10/1999", "the eighteenth of October, nineteen ninety nine"),
    ("3/4/85", "the third of April, nineteen eighty five"),
    ("20/20/2020", "20/20/2020"),
    ("29:30", "29 to 30"),
    ("October 18, 2023", "October eighteenth, twenty twenty three"),
    ("Oct. 3rd", "October third"),
    ("on 18 October 2023", "on the eighteenth of October twenty twenty three"),
    ("the 4th of July", "the fourth of July"),
    ("31 May, 2001", "the thirty first of May, two thousand one"),
    ("May 5–7, 2020", "May fifth to seventh, twenty twenty"),
    ("June 5-7", "June fifth to seventh"),
    ("Oct. 5 – Nov. 6", "October fifth to November sixth"),
    ("Sept. 2023", "September twenty twenty three"),
    ("in Aug. we", "in August we"),
    ("Mon–Fri", "Monday to Friday"),
    ("Monday–Friday", "Monday to Friday"),
    ("Tues., 5 May", "Tuesday, the fifth of May"),
    ("3:30pm", "three thirty P.M."),
    ("at 7:05", "at seven oh five"),
    ("at 2:00", "at two o'clock"),
    ("at 16:00", "at sixteen hundred"),
    ("3-5pm", "three to five P.M."),
    ("9:30 – 11 a.m.", "nine thirty to eleven A.M."),
    ("99:30", "99 to 30"),
    ("1999, 1905, 2000 and 2009", "nineteen ninety nine, nineteen oh five, two thousand and two thousand nine"),
    ("in 1066", "in ten sixty six"),
    ("in 1900", "in nineteen hundred"),
    ("1990s and ’80s", "nineteen nineties and eighties"),
    ("the 2000s", "the two thousands"),
    ("1960s-80s", "nineteen sixties to eighties"),
    ("2010–2020", "twenty ten to twenty twenty"),
    ("1939–45", "nineteen thirty nine to nineteen forty five"),
    ("1999-12", "nineteen ninety nine to 12"),
    # measures
    ("5 km and 1 km", "5 kilometers and 1 kilometer"),
    ("3GB", "3 gigabytes"),
    ("10 m²", "10 square meters"),
    ("12 km/h", "12 kilometers per hour"),
    ("20°C", "20 degrees Celsius"),
    ("180 lbs.", "180 pounds."),
    ("5 min. each", "5 minutes each"),
    ("6 in. wide", "6 inches wide"),
    ("6 in a row", "6 in a row"),
    ("B 3 g3", "B 3 g3"),
    ("½ oz, 1½ oz, 1/2 lb, .5 km", "one half ounce, one and a half ounces, one half pound, point five kilometers"),
    ("5'10\" tall", "5 foot 10 tall"),
    ("5M users", "5 million users"),
    # other numbers
    ("10–20", "10 to 20"),
    ("won 3-2", "won 3 to 2"),
    ("16:9", "16 to 9"),
    ("120/80", "120 over 80"),
    ("24/7", "twenty four seven"),
    ("1/2, 3/4 and 1/3", "one half, three quarters and one third"),
    ("1 1/2", "one and a half"),
    ("2 3/2", "2 3/2"),
    ("5/2", "five halves"),
    ("12345/2", "12345/2"),
    ("1¾", "one and three quarters"),
    ("(555) 123-4567", "five five five, one two three, four five six seven"),
    ("+44 20 7946 0958", "plus four four, two zero, seven nine four six, zero nine five eight"),
    ("555-1234", "five five five, one two three four"),
    ("ISBN 0-306-40615-X", "I.S.B.N. zero, three zero six, four zero six one five, X"),
    ("ISBN 0306406152", "I.S.B.N. zero three zero six four zero six one five two"),
    ("v2.0", "version 2 point 0"),
    ("Python 3.11.7", "Python 3 point 11 point 7"),
    ("-5", "minus 5"),
    ("3 x 4 and 10x", "3 by 4 and 10 times"),
    ("agent 007", "agent zero zero seven"),
    ("x² + y³ = z^4", "x squared plus y cubed equals z to the power of 4"),
    ("10⁻⁶ and 2^10", "10 to the power of minus 6 and 2 to the power of 10"),
    ("H₂O", "H2O"),
    # short words
    ("Prof. Smith vs. Dr. Jones", "Professor Smith versus Doctor Jones"),
    ("No. 5, pp. 3–4, Fig. 2", "Number 5, pages 3 to 4, figure 2"),
    ("at No. 5", "at number 5"),
    ("e.g. this, i.e. that, etc.", "for example this, that is that, et cetera."),
    ("apples, etc. Then go", "apples, et cetera. Then go"),
    ("Smith et al. wrote", "Smith et al wrote"),
    ("12 Main St. in St. Louis", "twelve Main Street in Saint Louis"),
    ("She went to 12 Elm Ave. Then home.", "She went to twelve Elm Avenue. Then home."),
    ("w/ milk, w/o sugar and/or tea", "with milk, without sugar and or tea"),
    ("a Ph.D. and a PhD", "a P.H.D. and a P.H.D."),
    ("Martin Luther King Jr. spoke", "Martin Luther King Junior spoke"),
    # capitals
    ("the NIA and NASA", "the N.I.A. and NASA"),
    ("the NIA.", "the N.I.A."),
    ("PDFs", "P.D.F.'s"),
    ("the HTML of UNHCR in a UNIVERSE", "the H.T.M.L. of UNHCR in a UNIVERSE"),
    ("do NOT", "do NOT"),
    ("THIS IS THE WHO IN CAPITALS", "this is the who in capitals"),
    ("MP3 and B2B", "M.P. 3 and B2B"),
    ("Henry VIII's wives", "Henry the eighth's wives"),
    ("World War II", "World War two"),
    ("Chapter IV", "Chapter four"),
    ("Rocky Balboa VI", "Rocky Balboa six"),
    ("an IV drip", "an I.V. drip"),
    ("Malcolm X and I", "Malcolm the tenth and I"),
    # addresses
    ("see https://www.example.org/a/b?c=d#e.", "see example.org."),
    ("http://user:pw@example.org:8080/", "example.org"),
    ("file:///home/jane/notes.txt", "notes dot T.X.T."),
    ("Look at x:.pdf first", "Look at x:.pdf first"),
    ("£3 per kg, 20 kg per m²", "three pounds per kilogram, 20 kilograms per square meter"),
    ("one vote per m'lord, per gram", "one vote per m'lord, per gram"),
    ("http://", ""),
    ("www.example.com/x", "example.com"),
    ("example.com/x?y", "example.com"),
    ("example.com", "example.com"),
    ("www.5", "5"),
    ("data:text/plain,abc%20d", ""),
    ("jane.doe+x@example.co.uk", "jane dot doe plus x at example dot co dot uk"),
    # signs
    ("@home #love #1 # 35", "at home hashtag love number 1 number 35"),
    ("~50 and ≈ 60", "about 50 and about 60"),
    ("Q&A, R&D", "Q and A, R and D"),
    ("p < 0.05, ≥ 18", "p less than 0.05, at least 18"),
    ("A → B", "A to B"),
    ("→ next", "next"),
    ("50+ people, C++", "50 plus people, C plus plus"),
    ("he/she", "he slash she"),
    ("§ 5 © 2023 Tea™", "section 5 copyright twenty twenty three Tea"),
    ("**bold** and `code` and snake_case", "bold and code and snake case"),
    ("* * *", ""),
    ("C# in 5″ at 90℉", "C sharp in 5 inches at 90 degrees Fahrenheit"),
    ("a one\u2011off, the end\u200d", "a one-off, the end"),
    ("a | b • c", "a, b, c"),
    ("<div> here", "div here"),
    ("π is 3.14", "pi is 3.14"),
    # pictographs
    ("🔥🔥🔥 great 👍🏽!", "fire great thumbs up!"),
    ("I❤️tea", "I red heart tea"),
    ("5️⃣ and #️⃣", "5 and number key"),
    ("🇺🇸 won", "flag: United States won"),
    ("👩‍🍳 cooks ➔ well‼️", "woman cook cooks well!"),
    # cleaning
    ("soft\u00adhyphen, zero\u200bwidth, \ufeffmark", "softhyphen, zerowidth, mark"),
    ("  two \n\n lines ", "two lines"),
    ("icon \ue001, half \ud800", "icon , half"),
    # left to the voice
    ("1,234,567 items, 3.14, 23rd", "1,234,567 items, 3.14, 23rd"),
    ("camelCase — “quoted” …", "camelCase — “quoted” …"),
    ("", ""),
]
GERMAN = [
    ("19,99 €", "neunzehn Euro neun und neunzig Cent"),
    ("1 €", "ein Euro"),
    ("5 Mio. €", "fünf Millionen Euro"),
    ("$5,5", "fünf Komma fünf Dollar"),
    ("1.000,00 €", "ein tausend Euro"),
    ("am 18. Oktober 2023", "am achtzehnten Oktober zwei tausend drei und zwanzig"),
    ("18.10.2023", "achtzehnter Oktober zwei tausend drei und zwanzig"),
    ("2023-10-18", "achtzehnter Oktober zwei tausend drei und zwanzig"),
    ("18.13.2023", "18.13.2023"),
    ("3. Mai", "dritter Mai"),
    ("das 3. Kapitel", "das dritte Kapitel"),
    ("z. B. ca. 5 % usw.", "zum Beispiel circa fünf Prozent und so weiter."),
    ("5 km und 1 t", "fünf Kilometer und eine Tonne"),
    ("120 km/h", "ein hundert zwanzig Kilometer pro Stunde"),
    ("15:30 Uhr", "fünfzehn Uhr dreißig"),
    ("9:00 Uhr", "neun Uhr"),
    ("29:10", "29:10"),
    ("10–20", "zehn bis zwanzig"),
    ("Müller & Söhne", "Müller und Söhne"),
]
FRENCH = [
    ("19,99 €", "dix-neuf euros quatre-vingt-dix-neuf centimes"),
    ("5 millions d’€", "cinq millions d’euros"),
    ("le 1er mai 2020", "le premier mai deux mille vingt"),
    ("la 1re et le 2e", "la première et le deuxième"),
    ("au XXe siècle", "au vingtième siècle"),
    ("IXIe", "IXIe"),
    ("5 %", "cinq pour cent"),
    ("Mme Roe, n° 5", "Madame Roe, numéro cinq"),
    ("15h30", "quinze heures trente"),
]
SPANISH = [
    ("19,99 €", "diecinueve euros noventa y nueve céntimos"),
    ("el 18 de octubre de 2023", "el dieciocho de octubre de dos mil veintitrés"),
    ("1 de mayo", "primero de mayo"),
    ("la 3.ª y el 1.er", "la tercera y el primer"),
    ("2º", "segundo"),
    ("siglo XX", "siglo veinte"),
    ("siglo IXI", "siglo IXI"),
    ("5 %", "cinco por ciento"),
    ("el Sr. Roe, p. ej.", "el señor Roe, por ejemplo."),
]


@pytest.mark.parametrize(("shown", "said"), ENGLISH)
def test_english_is_said_in_full_words(shown: str, said: str) -> None:
    assert as_said(shown, "en-GB").text == said


@pytest.mark.parametrize(
    ("shown", "said", "lang"),
    [(*pair, lang) for lang, pairs in (("de", GERMAN), ("fr", FRENCH), ("es", SPANISH)) for pair in pairs],
)
def test_german_french_and_spanish_say_amounts_dates_and_short_words(shown: str, said: str, lang: str) -> None:
    assert as_said(shown, lang).text == said


def test_another_language_is_cleaned_and_left_to_its_voice() -> None:
    assert (
        as_said("Costa\u200b 5 € 🔥 *davvero* https://example.org/a", "it").text
        == "Costa 5 € fuoco davvero example.org"
    )


def test_spans_say_which_words_speak_for_which_characters() -> None:
    made = as_said("It costs $5 now.", "en")

    assert made.text == "It costs five dollars now."
    assert [
        (made.text[s.said_start : s.said_end], "It costs $5 now."[s.shown_start : s.shown_end]) for s in made.spans
    ] == [("five dollars", "$5")]


def test_a_noncharacter_of_our_own_in_the_text_does_no_harm() -> None:
    assert as_said("a\ufdd0b $5", "en").text == "ab five dollars"


def test_rules_that_never_settle_end_after_some_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postaloud.scripting.said.MOST_PASSES", 1)

    assert as_said("$5", "en").text == "five dollars"
