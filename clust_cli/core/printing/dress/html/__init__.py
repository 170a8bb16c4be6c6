"""HTML: the neutral tree as one page, written by us from first element to last. Knows no disk."""
