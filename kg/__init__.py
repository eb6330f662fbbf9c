"""Dateline: diplomatic and trade news as a knowledge graph in which every fact points at the words that prove it."""

__version__ = "0.1.0"
