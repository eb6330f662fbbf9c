"""Evaluation: how well claims agree with gold annotations, query by query and rule by rule."""

from __future__ import annotations

from kg.evaluation.rows import rows
from kg.evaluation.scores import Report, Tally, score

__all__ = ["Report", "Tally", "rows", "score"]
