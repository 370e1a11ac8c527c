"""From claims to docs/generated: train, measure, draw, write."""
