"""German, French and Spanish text in, words out: amounts, dates, ordinals, abbreviations."""
