"""What one language needs to say formulas: words for signs, and phrases for shapes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto


class Shape(StrEnum):
    """A shape that a formula can have; its phrase has a place for each part."""

    OVER = auto()
    FRACTION = auto()
    MIXED = auto()
    PER = auto()
    SQUARE_ROOT = auto()
    CUBE_ROOT = auto()
    ROOT = auto()
    END_ROOT = auto()
    SQUARED = auto()
    CUBED = auto()
    TO_ORDINAL = auto()
    TO_POWER = auto()
    ORDINAL = auto()
    """The ordinal of a letter: "n-th"."""
    SUB = auto()
    END_SUB = auto()
    SUPER = auto()
    TRANSPOSE = auto()
    INVERSE = auto()
    FOURTH_OF = auto()
    OF = auto()
    APPLIED = auto()
    LOG_BASE = auto()
    FROM_TO = auto()
    UP_TO = auto()
    RUNS_OVER = auto()
    LIMIT = auto()
    ABOVE = auto()
    BELOW = auto()
    CHOOSE = auto()
    BINOMIAL = auto()
    END_BINOMIAL = auto()
    PERMUTATIONS = auto()
    EMPTY_SET = auto()
    SET = auto()
    SET_OF_ALL = auto()
    MEMBER_IN_SET = auto()
    NUMBERS = auto()
    POSITIVE_NUMBERS = auto()
    NEGATIVE_NUMBERS = auto()
    GIVEN = auto()
    TIMES = auto()
    NORM = auto()
    INTERVAL = auto()
    OPEN = auto()
    CLOSED = auto()
    MATRIX = auto()
    ROW_MATRIX = auto()
    COLUMN_MATRIX = auto()
    AUGMENTED = auto()
    DETERMINANT = auto()
    DIAGONAL = auto()
    IDENTITY = auto()
    ZERO = auto()
    ENTRY = auto()
    ROW = auto()
    LABELLED_ROW = auto()
    COLUMN = auto()
    SEPARATOR = auto()
    ROW_SEPARATOR = auto()
    CASES = auto()
    CASE = auto()
    EQUATIONS = auto()
    EQUATION = auto()
    LINES = auto()
    LINE = auto()
    TABLE = auto()
    ENCLOSED = auto()
    END_ENCLOSED = auto()
    LINES_AT = auto()
    STRUCK = auto()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language."""

    letters: Mapping[str, str]
    """Names of letters that do not name themselves."""
    styles: Mapping[str, str]
    capital: str
    signs: Mapping[str, str]
    """Signs between two things, or alone."""
    prefixes: Mapping[str, str]
    postfixes: Mapping[str, str]
    brackets: Mapping[str, str]
    within: Mapping[str, tuple[str, str]]
    """Pairs of brackets that mean something: the phrase, and what ends it where it is long."""
    functions: Mapping[str, str]
    large: Mapping[str, str]
    """Sums, integrals and the like."""
    numbers: Mapping[str, str]
    """Double-struck letters for sets of numbers."""
    accents: Mapping[str, str]
    """What stands above or below a letter."""
    enclosures: Mapping[str, str]
    denominators: Mapping[int, tuple[str, str]]
    """One and several parts of a whole: 2 is ("half", "halves")."""
    ordinals: Mapping[str, str]
    shapes: Mapping[Shape, str]
    units: Mapping[str, tuple[str, str]]
    unit_prefixes: Mapping[str, str]
    doubled: frozenset[str] = frozenset()
    """Words that two phrases may bring to one place, and that are said once there."""

    def shape(self, shape: Shape, *parts: str) -> str:
        """Return a shape's phrase with its parts."""
        return self.shapes[shape].format(*parts)
