"""A language in, the few words out that a show's page and notes say in their own name."""

from dataclasses import dataclass

from postaloud.publishing.wording import primary


@dataclass(frozen=True, slots=True)
class ShowWording:
    """What a show says besides the texts of its episodes; braces are filled in."""

    lang: str
    episodes: str
    feed: str
    transcript: str
    download: str
    book: str
    spoken: str
    older: str
    newest: str


_WORDINGS = {
    "en": ShowWording(
        "en", "Episodes", "Feed for podcast apps", "Transcript of {}", "Download {}", "{} as an e-book with sound",
        "Spoken by a synthetic voice ({}).", "Older episodes", "Newest episodes",
    ),
    "de": ShowWording(
        "de", "Folgen", "Feed für Podcast-Apps", "Text von {}", "{} herunterladen", "{} als E-Book mit Ton",
        "Gesprochen von einer künstlichen Stimme ({}).", "Ältere Folgen", "Neueste Folgen",
    ),
    "fr": ShowWording(
        "fr", "Épisodes", "Flux pour les applications de podcasts", "Texte de {}", "Télécharger {}",
        "{} en livre numérique sonore", "Lu par une voix de synthèse ({}).", "Épisodes plus anciens",
        "Derniers épisodes",
    ),
    "es": ShowWording(
        "es", "Episodios", "Canal para aplicaciones de podcasts", "Texto de {}", "Descargar {}",
        "{} como libro electrónico con sonido", "Leído por una voz sintética ({}).", "Episodios anteriores",
        "Últimos episodios",
    ),
}  # fmt: skip


def show_wording(lang: str) -> ShowWording:
    """Return the words for a language, the English ones where we have no others."""
    return _WORDINGS.get(primary(lang), _WORDINGS["en"])
