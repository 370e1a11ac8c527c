"""Pieces that several figures share."""
