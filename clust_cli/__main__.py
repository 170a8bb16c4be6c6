"""`python -m clust_cli` is clust."""

from clust_cli.cli.main import main

main()
