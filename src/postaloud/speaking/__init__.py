"""Utterances in, clips out: engines and their voices."""

from postaloud.speaking.engine import (
    Engine,
    install_voice,
    list_voices,
    open_cast,
    open_engine,
    open_voice,
    warm_up,
)
from postaloud.speaking.voices import Voice, Wanted

__all__ = [
    "Engine",
    "Voice",
    "Wanted",
    "install_voice",
    "list_voices",
    "open_cast",
    "open_engine",
    "open_voice",
    "warm_up",
]
