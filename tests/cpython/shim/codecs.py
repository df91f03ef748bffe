"""Codecs are part of the machine's str and bytes; there is no registry of them."""
BOM_UTF8 = b'\xef\xbb\xbf'


class Codec:
    pass


class CodecInfo:
    pass


def lookup(name):
    raise LookupError('unknown encoding: ' + name)
