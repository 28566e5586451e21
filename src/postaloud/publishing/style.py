"""Nothing in, the transcript's look out: one small style sheet that the page carries, and the hash that allows it."""

import base64
import hashlib

STYLE = """
:root{color-scheme:light dark;--ink:#1f2421;--paper:#fbfaf7;--quiet:#56605a;--line:#d5d3ca;--link:#0b5a68}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6df;--paper:#191c1b;--quiet:#a9b0aa;--line:#3b403d;--link:#8cd0dd}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.65 Charter,"Bitstream Charter",Georgia,serif;
overflow-wrap:break-word}
main{max-width:40rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:2em 0 .6em;text-wrap:balance}
h1{font-size:1.9rem;margin-top:1rem}
h2{font-size:1.45rem}
h3{font-size:1.2rem}
h4,h5,h6{font-size:1.05rem}
p,ul,ol,pre,table{margin:0 0 1em}
ul,ol{padding-inline-start:2em}
li{margin-bottom:.5em}
li>p:last-child,dd>p:last-child{margin-bottom:0}
dd{margin:0 0 .8em;padding-inline-start:1.5em}
aside{font-size:1rem;color:var(--quiet)}
.signs{list-style:none}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}
header,footer,nav,figcaption,caption{color:var(--quiet);font-size:1rem}
h1{color:var(--ink)}
nav{margin:1.5rem 0;padding:1rem 0;border-block:1px solid var(--line)}
nav ol{list-style:none;margin:0;padding:0}
nav li{display:flex;justify-content:space-between;gap:1rem;margin:0;padding:.2rem 0}
figure,blockquote{margin:1.5em 0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
figure>:last-child,blockquote>:last-child{margin-bottom:0}
pre{padding:.8rem;border:1px solid var(--line);font-size:.95rem;white-space:pre-wrap;overflow-wrap:anywhere}
.wide{overflow-x:auto;margin:1.5em 0}
table{border-collapse:collapse;margin:0}
caption{text-align:start;padding-bottom:.4rem}
th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:start;vertical-align:top}
hr{width:6rem;margin:2.5em auto;border:0;border-top:1px solid var(--quiet)}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line)}
:target{scroll-margin-top:1rem}
"""


def policy_for(*styles: str, media: str = "") -> str:
    """Return what a page may load: its own styles, by their hashes, and else nothing but `media` (CSP Level 3)."""
    allowed = " ".join(f"'{hash_of(style)}'" for style in styles)
    return f"default-src 'none'; {media}style-src {allowed}"


def hash_of(text: str) -> str:
    """Return how a policy names a style or a script that stands in the page."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


POLICY = policy_for(STYLE)
"""What the page may load: its own style and nothing else."""
