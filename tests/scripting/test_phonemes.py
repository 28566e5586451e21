"""Words with phonemes: they stay as they are written, and travel with what is said."""

from postaloud.model.article import Run
from postaloud.model.lexicon import Grapheme, Lexeme, Lexicon
from postaloud.model.script import Utterance
from postaloud.scripting import Manner, as_said, write_script
from scripting.made import article, para

NIA = Lexeme((Grapheme("NIA"),), phoneme="ˈniːə", alphabet="ipa")
SAMPA = Lexeme((Grapheme("WTA"),), phoneme="wIt@", alphabet="x-sampa")


def utterance(*runs: Run, lexicon: Lexicon | None = None) -> Utterance:
    script = write_script(article(para(*runs)), Manner(lexicon=lexicon or Lexicon()))
    return next(line for line in script.utterances() if line.shown.startswith("Ask"))


def test_a_lexicon_gives_a_word_its_phonemes_and_no_rule_touches_it() -> None:
    said = as_said("Ask NIA and the FAQ.", "en", Lexicon((NIA,)))

    assert said.text == "Ask NIA and the F.A.Q."
    assert said.phonemes == (("NIA", "ˈniːə"),)


def test_an_alias_wins_over_phonemes_and_other_alphabets_than_ipa_are_left() -> None:
    both = Lexeme((Grapheme("NIA"),), alias="nee ah", phoneme="ˈniːə", alphabet="ipa")

    assert as_said("Ask NIA.", "en", Lexicon((both,))).phonemes == ()
    assert as_said("Ask WTA.", "en", Lexicon((SAMPA,))).phonemes == ()


def test_phonemes_of_a_lexicon_and_of_the_page_reach_the_utterance() -> None:
    found = utterance(Run("Ask "), Run("Ms Nia", phoneme="ˈniːə"), Run(" of NIA."), lexicon=Lexicon((NIA,)))

    assert found.said == "Ask Ms Nia of NIA."
    assert found.phonemes == (("Ms Nia", "ˈniːə"), ("NIA", "ˈniːə"))


def test_what_is_said_instead_has_the_phonemes_of_the_page() -> None:
    found = utterance(Run("Ask "), Run("N", say="Nia", phoneme="ˈniːə"), Run("."))

    assert (found.said, found.phonemes) == ("Ask Nia.", (("Nia", "ˈniːə"),))
