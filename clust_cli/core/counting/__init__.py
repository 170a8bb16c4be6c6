"""Counting: axes, queries and the cross-table."""
