"""Passages listed with what they tell of: the evidence of a cross-table, the finds of a search; one file a format."""
