"""Documents: articles as they are read from files, folders and standard input, one module a format.

`READERS` has one row a format: its name, the suffixes it owns, and the module whose `read` yields its documents.
"""

from __future__ import annotations

from kg.documents.formats import READERS, Format, format_of
from kg.documents.reading import Problem, read

__all__ = ["READERS", "Format", "Problem", "format_of", "read"]
