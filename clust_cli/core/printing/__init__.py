"""Printing: bodies sanitised, assembled into one tree, set in French typography, dressed for each writer."""
