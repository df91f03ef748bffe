"""The table of the allocator and of the free lists of objects."""
import sys

sys._debugmallocstats()
