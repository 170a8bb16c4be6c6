"""A cross-table as text, Markdown, CSV, XLSX, JSON and HTML: one file a format, all of the same cells."""
