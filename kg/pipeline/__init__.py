"""The pipeline: from documents to readings of articles, and from readings to the store."""

from __future__ import annotations

from kg.pipeline.builds import Build, build, graph_of, refresh
from kg.pipeline.readings import ArticleReading, read_analysis, read_articles

__all__ = ["ArticleReading", "Build", "build", "graph_of", "read_analysis", "read_articles", "refresh"]
