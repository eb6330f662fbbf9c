"""Pages: one self-contained HTML file, the same chrome round either drawer, with nothing that calls out.

Article text is hostile. It enters the page as JSON in a data block with every `<`, `>` and `&` escaped, and reaches the
screen as text nodes only; the policy in the head allows the scripts and the style by their hashes and no network at all.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from pathlib import Path

from kg.exports.pictures.contents import Contents

HERE = Path(__file__).parent
ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def assemble(contents: Contents, drawer: str, vendor: str) -> str:
    """The page of `contents` drawn by page/`drawer`.js upon the library `vendor`."""
    script = '"use strict";\n{\n' + "\n".join(_page(name) for name in ("labels.js", f"{drawer}.js", "page.js")) + "\n}\n"
    style = _page("page.css")
    parts = {
        "policy": _policy((vendor, script), style),
        "title": html.escape(_encodable(contents.title)),
        "style": style,
        "data": escape(contents.plain()),
        "vendor": vendor,
        "script": script,
    }
    return re.sub(r"\$([a-z]+)", lambda match: parts[match[1]], _page("page.html"))


def escape(value: object) -> str:
    """JSON that can stand inside a script element: no character of it can end the element or open another."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).translate(ESCAPES)


def sigma() -> str:
    """sigma and graphology (MIT), as vendored."""
    return (HERE / "vendor" / "sigma.bundle.js").read_text(encoding="utf-8")


def _page(name: str) -> str:
    return (HERE / "page" / name).read_text(encoding="utf-8")


def _policy(scripts: tuple[str, ...], style: str) -> str:
    hashes = " ".join(_digest(script) for script in scripts)
    return f"default-src 'none'; script-src {hashes}; style-src {_digest(style)}; img-src data:; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
