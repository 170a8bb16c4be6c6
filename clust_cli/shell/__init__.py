"""The world: files, git, pandoc and typst."""
