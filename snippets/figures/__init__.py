"""How findings are drawn: one module for each that measures."""
