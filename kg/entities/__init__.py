"""Entities: which mentions of an article speak of one thing, for whom people act, and the identity each thing has."""

from __future__ import annotations

from kg.entities.identities import resolve
from kg.entities.links import link

__all__ = ["link", "resolve"]
