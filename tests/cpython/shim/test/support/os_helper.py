from memory_files import contents

TESTFN = '@test_tmp'
FS_NONASCII = TESTFN_UNDECODABLE = TESTFN_NONASCII = ''


class temp_dir:
    """Folders need not be made: a file's path is its name."""

    def __enter__(self):
        return '/tmp/' + TESTFN

    def __exit__(self, *exception):
        rmtree('/tmp/' + TESTFN)


def rmtree(folder):
    for path in list(contents):
        if path.startswith(folder + '/'):
            del contents[path]


def unlink(name):
    contents.pop(name, None)
