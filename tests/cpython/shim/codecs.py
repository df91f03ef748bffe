"""Codecs are part of the machine's str and bytes; what is registered besides is kept, and asked by lookup()."""
BOM_UTF8 = b'\xef\xbb\xbf'


class Codec:
    pass


class CodecInfo:
    pass


def lookup(name):
    for search_function in _searched:
        found = search_function(name)
        if found is not None:
            return found
    raise LookupError('unknown encoding: ' + name)


_searched = []


def register(search_function):
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searched.append(search_function)


def unregister(search_function):
    if search_function in _searched:
        _searched.remove(search_function)
