"""Bytes to values: YAML read by a schema, Markdown read in one pass, every find with its place."""
