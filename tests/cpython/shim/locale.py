"""There are no locales on this machine."""
LC_ALL = LC_CTYPE = LC_NUMERIC = 0


class Error(Exception):
    pass


def setlocale(*args):
    raise Error('no locales')


def localeconv():
    return {'decimal_point': '.', 'thousands_sep': '', 'grouping': []}


def getpreferredencoding(do_setlocale=True):
    return 'utf-8'
