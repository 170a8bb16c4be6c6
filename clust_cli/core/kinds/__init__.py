"""Kinds and vocabularies: what documents hold, read from schemas/."""
