"""The nouns of postaloud: frozen, slotted dataclasses on the standard library alone."""
