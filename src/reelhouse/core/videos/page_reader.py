"""Reduces HTML to what a page says about itself. Run as a script, in a process with limits of its own.

Parsing takes time that grows with the square of how deep elements nest, and a stranger chooses the depth:
two megabytes of ``<div>`` take minutes, during which nothing else would be answered. HTML comes on stdin;
a line of JSON goes to stdout: ``{"title": …, "description": …, "text": …}``, all plain text.
"""

import json
import sys

from selectolax.lexbor import LexborHTMLParser

LONGEST_TITLE = 1_000
LONGEST_TEXT = 8_000
NOT_PROSE = ("script", "style", "noscript", "template", "svg", "nav", "footer", "form", "iframe")


def read_page(html: bytes) -> dict[str, str]:
    """Title, description and readable text of a page; markup, menus and scripts are left out."""
    tree = LexborHTMLParser(html)
    title = _meta(tree, "og:title") or _text(tree, "title") or _text(tree, "h1")
    description = _meta(tree, "og:description") or _meta(tree, "description")
    tree.strip_tags(list(NOT_PROSE))
    body = tree.body.text(separator=" ") if tree.body else ""
    return {
        "title": _one_line(title)[:LONGEST_TITLE],
        "description": _one_line(description)[:LONGEST_TEXT],
        "text": _one_line(body)[:LONGEST_TEXT],
    }


def _meta(tree: LexborHTMLParser, name: str) -> str:
    node = tree.css_first(f'meta[property="{name}"]') or tree.css_first(f'meta[name="{name}"]')
    return _one_line(node.attributes.get("content") or "") if node else ""


def _text(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return _one_line(node.text()) if node else ""


def _one_line(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())


if __name__ == "__main__":
    sys.stdout.write(json.dumps(read_page(sys.stdin.buffer.read())))
