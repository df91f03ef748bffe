"""There are no files on this machine."""


def rmtree(*args):
    pass
