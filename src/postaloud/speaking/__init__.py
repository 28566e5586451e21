"""Utterances in, clips out: engines and their voices."""

from postaloud.speaking.engine import list_voices, open_engine, warm_up
from postaloud.speaking.voices import Voice

__all__ = ["Voice", "list_voices", "open_engine", "warm_up"]
