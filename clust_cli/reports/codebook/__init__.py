"""The codebook: vocabularies and their terms, counted."""
