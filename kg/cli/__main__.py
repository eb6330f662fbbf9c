"""`python -m kg.cli`: the command `kg` without its script."""

from __future__ import annotations

from kg.cli.commands import main

if __name__ == "__main__":
    main()
