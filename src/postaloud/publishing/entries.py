"""What a feed tells of an episode in, the episode as feed and page show it out."""

from postaloud.model.episode import Listing, Show
from postaloud.publishing.feed import to_item
from postaloud.publishing.sharing import Entry
from postaloud.publishing.show_page import to_article


def to_entry(listing: Listing, show: Show, *, has_book: bool) -> Entry:
    """Return an episode as feed and page show it; `has_book` tells whether it is there as an EPUB too."""
    item, article = to_item(listing, show), to_article(listing, show, has_book=has_book)
    return Entry(listing.guid, listing.slug, listing.published, listing.preview, item.encode(), article.encode())
