"""There are no signals below this machine: what a test compares exit statuses with."""
SIGSEGV = 11
