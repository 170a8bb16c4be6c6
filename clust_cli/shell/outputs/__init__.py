"""The formats a memento is built in: one file each, all of one shape."""
