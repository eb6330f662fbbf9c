"""Concepts: the entry of our scheme of topics that a printed topic falls under."""

from __future__ import annotations


def concept(topic: str) -> str:
    """The key of the concept ("topic/energy") whose label the topic prints, "" if none."""
    return ""
