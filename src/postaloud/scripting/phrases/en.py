"""English announcements: nothing in, one table out."""

from dataclasses import replace

from postaloud.scripting.phrases.table import Noun, Phrase, Phrases
from postaloud.scripting.words import words

ENGLISH = Phrases(
    lang="en",
    numbers=words(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty"
    ),
    months=words("January February March April May June July August September October November December"),
    date="{day} {month} {year}",
    first_day="1",
    nouns={
        Noun.SECTION: ("one section", "{0} sections"),
        Noun.MINUTE: ("one minute", "{0} minutes"),
        Noun.ITEM: ("one item", "{0} items"),
        Noun.ROW: ("one row", "{0} rows"),
        Noun.COLUMN: ("one column", "{0} columns"),
        Noun.LINE: ("one line", "{0} lines"),
        Noun.LIST: ("one list", "{0} lists"),
        Noun.IMAGE: ("one image", "{0} images"),
        Noun.TABLE: ("one table", "{0} tables"),
        Noun.QUOTE: ("one quote", "{0} quotes"),
        Noun.CODE: ("one code sample", "{0} code samples"),
    },
    texts={
        Phrase.UNTITLED: "Untitled article",
        Phrase.ARTICLE: "Article.",
        Phrase.BY: "By {0}.",
        Phrase.PUBLISHED: "Published {0}.",
        Phrase.ABOUT: "About {0}.",
        Phrase.SOON_OVER: "Less than a minute.",
        Phrase.SECTION: "Section {0}.",
        Phrase.HEADING_LEVEL: "Heading level {0}.",
        Phrase.SECTION_OF: "Section {0} of {1}.",
        Phrase.LIST: "List of {0}.",
        Phrase.SUBLIST: "Sub-list of {0}.",
        Phrase.BACK_TO_ITEM: "Back to item {0}.",
        Phrase.END_LIST: "End of list.",
        Phrase.NUMBERED_LIST: "Numbered list with {0}.",
        Phrase.BULLETED_LIST: "Bulleted list with {0}.",
        Phrase.NESTED_LIST: "List with {0}, nesting level {1}.",
        Phrase.ITEM_OF: "{0} of {1}.",
        Phrase.BULLET: "Bullet.",
        Phrase.LEAVING_LIST: "Leaving list.",
        Phrase.IMAGE: "Image:",
        Phrase.GRAPHIC: "Graphic {0} of {1}.",
        Phrase.CAPTION: "Caption:",
        Phrase.DECORATIVE: "Image, decorative.",
        Phrase.QUOTE: "Quote.",
        Phrase.END_QUOTE: "End quote.",
        Phrase.BLOCK_QUOTE: "Block quote.",
        Phrase.LEAVING_QUOTE: "Leaving block quote.",
        Phrase.TABLE: "Table, {0}, {1}.",
        Phrase.NAMED_TABLE: "Table, {0}, {1}:",
        Phrase.COLUMNS: "Columns:",
        Phrase.ROW: "Row {0}.",
        Phrase.CELL: "Row {0}, column {1}.",
        Phrase.END_TABLE: "End of table.",
        Phrase.CODE: "Code sample, {0}.",
        Phrase.CODE_LEFT_OUT: "Code sample, {0}, left out.",
        Phrase.END_CODE: "End of code sample.",
        Phrase.BREAK: "Break.",
        Phrase.LINK: "link, ",
        Phrase.NOTE: "note {0}",
        Phrase.END: "End of article.",
        Phrase.SOURCE: "From {0}.",
        Phrase.LEFT_OUT: "Left out: {0}.",
    },
)

AMERICAN = replace(ENGLISH, date="{month} {day}, {year}")
