"""The command line: load, call, report, exit; the only printing and the only exit codes."""
