"""Pictures: a network as one self-contained HTML page, drawn by pyvis when small and by sigma when large."""
