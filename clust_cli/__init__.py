"""clust: mementos of good practice, scaffolded, checked, cross-tabulated and built from one schema."""

__version__ = "0.1.0"
