"""Folders are names: files are those of memory_files."""
from test.support import os_helper


def rmtree(folder, **kwargs):
    os_helper.rmtree(folder)
