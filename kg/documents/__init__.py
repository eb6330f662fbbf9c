"""Documents: articles as they are read from files, folders and standard input, one module a format.

`READERS` has one row a format: its name, the suffixes it owns, and the module whose `read` yields its documents.
"""

from __future__ import annotations

from kg.documents.formats import READERS, Format
from kg.documents.languages import foreign_language
from kg.documents.reading import Problem, Source, distinct, files, read

__all__ = ["READERS", "Format", "Problem", "Source", "distinct", "files", "foreign_language", "read"]
