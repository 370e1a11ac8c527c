"""The reference: what is public, and which pages use it."""
