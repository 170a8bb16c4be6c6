"""Values into values: parsing with places, kinds, rules, cross-tables, scaffolds, assembly.

No file, terminal, git, clock, environment or language is known here.
"""
