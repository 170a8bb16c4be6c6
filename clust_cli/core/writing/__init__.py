"""Writing for authors: scaffolds, answers, and edits that keep every other byte."""
