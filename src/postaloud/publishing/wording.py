"""A language in, the few words out that a transcript adds to the page's own; one row for each language."""

import re
from dataclasses import dataclass
from datetime import date

_ENGLISH = "January February March April May June July August September October November December"
_GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
_FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Wording:
    """What a transcript says in its own name; braces are filled in."""

    lang: str
    image: str
    chapters: str
    article: str
    table: str
    preview: str
    voice: str
    months: str
    day: str


_WORDINGS = {
    "en": Wording(
        "en", "Image: {}", "Chapters", "Read the article at {}", "Table", "Preview: {}.",
        "This is the text of a recording spoken by a synthetic voice ({}).", _ENGLISH, "{day} {month} {year}",
    ),
    "de": Wording(
        "de", "Bild: {}", "Kapitel", "Zum Artikel bei {}", "Tabelle", "Hörprobe: {}.",
        "Dies ist der Text einer Aufnahme, die eine künstliche Stimme spricht ({}).", _GERMAN, "{day}. {month} {year}",
    ),
    "fr": Wording(
        "fr", "Image : {}", "Chapitres", "Lire l’article sur {}", "Tableau", "Extrait : {}.",
        "Ceci est le texte d’un enregistrement lu par une voix de synthèse ({}).", _FRENCH, "{day} {month} {year}",
    ),
    "es": Wording(
        "es", "Imagen: {}", "Capítulos", "Leer el artículo en {}", "Tabla", "Muestra: {}.",
        "Este es el texto de una grabación leída por una voz sintética ({}).", _SPANISH, "{day} de {month} de {year}",
    ),
}  # fmt: skip


def wording_for(lang: str) -> Wording:
    """Return the words for a language, the English ones where we have no others."""
    return _WORDINGS.get(primary(lang), _WORDINGS["en"])


def primary(lang: str) -> str:
    """Return the language itself of a BCP 47 tag, "en" of "en-GB"."""
    return lang.partition("-")[0].lower()


def language_tag(lang: str) -> str:
    """Return the tag where it has the form of one, else ""."""
    return lang if _TAG.fullmatch(lang) else ""


def direction(lang: str) -> str:
    """Return "rtl" for a language written from right to left, else ""."""
    return "rtl" if primary(lang) in _RIGHT_TO_LEFT else ""


def language_attributes(lang: str, around: str) -> dict[str, str]:
    """Return the attributes of a text in another language than the text around it."""
    if not language_tag(lang) or lang.lower() == around.lower():
        return {}
    return {"lang": lang, "dir": direction(lang) or ("ltr" if direction(around) else "")}


def foreign(wording: Wording, lang: str) -> dict[str, str]:
    """Return the attributes that our own words need inside a text of that language."""
    return {} if primary(lang) == wording.lang else {"lang": wording.lang, "dir": "ltr" if direction(lang) else ""}


def day_of(moment: str) -> date | None:
    """Return the day of an ISO 8601 moment, or None where it is none."""
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def written_day(day: date, wording: Wording) -> str:
    """Return a day as it is written in prose."""
    return wording.day.format(day=day.day, month=wording.months.split()[day.month - 1], year=day.year)
