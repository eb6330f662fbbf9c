"""Training of the shipped pipeline: reads treebanks, trains, measures, packs. Not part of the wheel."""
