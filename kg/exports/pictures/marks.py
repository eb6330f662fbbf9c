"""Marks: the name, colour and shape of each class of node, the same in both drawers and in the legend."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """`one` and `many` name the class; `shape` is one of vis-network's plain shapes. Colours read on light and dark ground."""

    one: str
    many: str
    colour: str
    shape: str


MARKS = {
    "person": Mark("Person", "People", "#3b7ddd", "dot"),
    "state": Mark("State", "States", "#d6455d", "square"),
    "organisation": Mark("Organisation", "Organisations", "#8a5cd1", "hexagon"),
    "region": Mark("Region", "Regions", "#e58aa0", "square"),
    "group": Mark("Group", "Groups", "#8295ab", "hexagon"),
    "place": Mark("Place", "Places", "#9a8f4a", "triangleDown"),
    "post": Mark("Post", "Posts", "#3aa3c4", "triangleDown"),
    "meeting": Mark("Meeting", "Meetings", "#e8a321", "star"),
    "agreement": Mark("Agreement", "Agreements", "#259d6c", "diamond"),
    "forum": Mark("Forum", "Forums", "#e0702c", "star"),
    "topic": Mark("Topic", "Topics", "#35b3a6", "triangle"),
    "figure": Mark("Figure", "Figures", "#7a9a2e", "square"),
    "statement": Mark("Statement", "Statements", "#a3a9b2", "dot"),
    "commitment": Mark("Commitment", "Commitments", "#b0529f", "diamond"),
}
OTHER = Mark("Other", "Others", "#777d86", "dot")
