"""ODT, written by us: from a dressed tree to the parts of an OpenDocument text, and their package."""
