"""How far a collection is, as text for people and as JSON for programs."""
