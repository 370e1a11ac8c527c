"""`python -m snippets.compression`: the command."""

import sys

from snippets.compression.command import main

if __name__ == "__main__":
    sys.exit(main())
