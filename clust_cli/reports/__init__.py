"""Core values into text, one format a file, in the reader's language."""
