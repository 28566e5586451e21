"""Small pages that tests read."""

SECTIONS = """<h2>Water</h2><p>Boil a litre of water. Let it rest for a minute.</p>
<ol start="3"><li><strong>Pour:</strong> slowly, in a circle.</li><li>Wait.</li></ol>
<h2>Leaves</h2><p>Two spoons for a pot; one for the pot itself.</p>
<figure><img src="leaf.jpg" alt="A green leaf on a saucer"><figcaption>First flush</figcaption></figure>
<h2>Cups</h2><p>Warm the cups, and then drink.</p>"""


def page(body: str = SECTIONS, title: str = "How to make tea", lang: str = "en-GB", head: str = "") -> str:
    """Return a whole page with a title, a language and a body."""
    mark = f' lang="{lang}"' if lang else ""
    return (
        f"<!DOCTYPE html><html{mark}><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body><main><h1>{title}</h1><p>An introduction of one sentence.</p>{body}</main></body></html>"
    )
