"""The pipeline: from documents to readings of articles, and from readings to the store."""

from __future__ import annotations

from kg.pipeline.readings import ArticleReading, read_articles

__all__ = ["ArticleReading", "read_articles"]
