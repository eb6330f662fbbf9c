"""The ontology as plain values: kinds of facts, reference tables, named queries, and where their files lie."""

from __future__ import annotations
