"""The lessons of a memento as text, as the first draft of a chapter, and as JSON."""
