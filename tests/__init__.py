"""The tests, as a package of our own: spylls brings one of the same name into site-packages."""
