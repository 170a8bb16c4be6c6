"""From the neutral tree to each format's own: our raw nodes around and inside it."""
