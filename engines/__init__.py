"""The same sources, built by another engine than MkDocs."""
