"""The collection as open data: one file a format."""
