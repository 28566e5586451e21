"""Strings that break programs: each is spoken or named, in the voice that was asked for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postaloud.errors import EngineError
from postaloud.model.recording import Clip
from postaloud.model.script import Utterance
from postaloud.speaking import open_engine
from speaking.forks import spoken

NAUGHTY = {
    "markup": "<speak><break time='9000s'/>hello</speak> <!-- not here --> &lt;b&gt; &#x1F600;",
    "SSML marks": '<audio src="http://127.0.0.1/x.wav"/> <mark name="a"/> <prosody rate="x-slow">slow</prosody>',
    "phonemes": "[[h@l'oU]] and [[ in between ]] and ]] alone",
    "format strings": "%s %n %x {0} ${HOME} $(reboot) `id` {{7*7}} #{1+1}",
    "paths": "../../../../etc/passwd C:\\Windows\\System32\\drivers ~root/.ssh//id",
    "SQL": "Robert'); DROP TABLE students;-- 1 OR 1=1 /* so */",
    "numbers": "NaN Infinity -Infinity 1e400 0x7fffffff -2147483649 1/0 ٠١٢٣ 1,000,000.00 .5. 1..2",
    "brackets": "((((((((((([[[[[[[{{{{{{ deep }}}}}}]]]]]]])))))))))))",
    "quotes": "''' \"\"\" ``` ‘‘’’ ““”” «« »» ‚„ said",
    "punctuation alone between words": "a !@#$%^&*()_+-=[]{}|;':\",./<>? b",
    "combining": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞ comes",
    "right to left": "\u202eevil txt.exe\u202c and \u2067שלום\u2069 again",
    "zero width": "ze\u200bro\u200c wi\u200ddth \ufeff\u2060joi\u00adner",
    "lone surrogates": "before \ud83d after \udc00 end",
    "nonplanes": "one \ufffe two \uffff three \U0010ffff four \ue000 five",
    "mathematical letters": "𝓗𝓮𝓵𝓵𝓸 𝟚𝟘𝟚𝟜 ℋ ⅷ ① ㊙ words",
    "full width": "Ｆｕｌｌ　ｗｉｄｔｈ　１２３",
    "ligatures": "ﬁne ﬂow oﬃce ǆ ĳ ŉ",
    "line ends": "one\r\ntwo\rthree\vfour\ffive\x85six\u2028seven\u2029eight",
    "tabs": "\t\t\ttabbed\ttext\t\t",
    "escape sequences": "\x1b[31mred\x1b[0m \x07bell \x08\x08back",
    "keycaps and flags": "press 1️⃣ then #️⃣ in 🇫🇷 or 🏴󠁧󠁢󠁳󠁣󠁴󠁿 now",
    "families": "the 👩‍👩‍👧‍👦 and 👩🏽‍🚀 and 🏳️‍🌈 walk",
    "only capitals": "NASA UNESCO ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "mixed scripts": "Hello Привет 你好 こんにちは 안녕 שלום مرحبا नमस्ते สวัสดี γειά",
    "homoglyphs": "раураl аррlе gооglе",
    "tags": "a\U000e0061\U000e0062b c",
    "upside down": "˙ɐnbᴉlɐ ɐuƃɐɯ ǝɹolop",
    "thousand words in one": "x" * 5_000,
    "one letter a line": "\n".join("letters" * 20),
    "parentheses without end": "(one (two (three " * 30,
    "repeated words": "no no no " * 100,
    "dashes": "well — then – so -- and --- on ‐ ‑ − end",
}
ALPHABETS = {
    "en": "abcdeghilnorstu",
    "de": "äöüßabeilnrst",
    "fr": "éèêçœàabeilnrs",
    "ru": "абвгдежилнорсты",
    "el": "αβγδεζηθικλμνο",
    "ar": "ابتثجحخدذرزسش",
    "hi": "अआकखगचजटतनपमरलसािीु",
    "zh": "中文字符好天地人山水",
    "ja": "日本語あいうえおかきく",
    "th": "กขคงจฉชซดตถนบปมยรลว",
}
MARKS = " .,;:!?-–—'’\"()/\\_0123456789\n\u00a0\u200b\u0301😀🎉\x00\x01"


def seconds(answer: Clip | EngineError) -> float:
    assert isinstance(answer, Clip), answer
    return len(answer.pcm) / 2 / answer.rate


@pytest.mark.parametrize("name", NAUGHTY)
def test_a_naughty_string_is_spoken_to_its_end(name: str) -> None:
    said = NAUGHTY[name]
    whole, longer = spoken(
        open_engine(), [Utterance(said, said), Utterance("", f"{said}. And these are the very last words.")]
    )

    letters = sum(map(str.isalnum, said))
    assert 0.018 * letters < seconds(whole) < 10 + 1.5 * len(said)
    assert seconds(longer) > seconds(whole) + 1


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    lang = draw(st.sampled_from(sorted(ALPHABETS)))
    return lang, draw(st.text(ALPHABETS[lang] * 3 + MARKS, max_size=400))


@settings(max_examples=60, deadline=20_000)
@given(texts())
def test_any_text_in_ten_languages_is_spoken_or_named(drawn: tuple[str, str]) -> None:
    lang, said = drawn

    [answer] = spoken(open_engine(), [Utterance(said, said, lang=lang)])

    if isinstance(answer, EngineError):
        assert "no sound for" in str(answer)
    else:
        assert len(answer.pcm) / 2 / answer.rate >= 0.009 * sum(map(str.isalnum, said))
        assert all(word.sample <= len(answer.pcm) // 2 for word in answer.words)
