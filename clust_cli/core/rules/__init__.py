"""The rules, one family a file; `catalogue` lists their ids, `check` runs them in one visible order."""
