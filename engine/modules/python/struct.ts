/**
 * The module struct: what v3.13.0 Modules/_struct.c does.
 * The text is our own.
 */
export const STRUCT = String.raw`
from _ctypes import float_bytes as _float_bytes, bytes_float as _bytes_float


class error(Exception):
    __module__ = 'struct'


# bytes with native sizes, bytes with standard sizes, kind
_CODES = {
    'x': (1, 1, 'pad'), 'c': (1, 1, 'char'), 'b': (1, 1, 'int'), 'B': (1, 1, 'uint'),
    '?': (1, 1, 'bool'), 'h': (2, 2, 'int'), 'H': (2, 2, 'uint'), 'i': (4, 4, 'int'),
    'I': (4, 4, 'uint'), 'l': (8, 4, 'int'), 'L': (8, 4, 'uint'), 'q': (8, 8, 'int'),
    'Q': (8, 8, 'uint'), 'n': (8, 0, 'int'), 'N': (8, 0, 'uint'), 'f': (4, 4, 'float'),
    'd': (8, 8, 'float'), 's': (1, 1, 'bytes'), 'p': (1, 1, 'pascal'), 'P': (8, 0, 'uint'),
}


def _parse(format):
    # (byte order, pieces of (code, count, kind, size, padding before), total size)
    if isinstance(format, (bytes, bytearray)):
        format = format.decode('ascii')
    order, native = 'little', True
    if format[:1] in ('@', '=', '<', '>', '!'):
        native = format[0] == '@'
        order = 'big' if format[0] in '>!' else 'little'
        format = format[1:]
    pieces = []
    at = 0
    number = ''
    for c in format:
        if c.isspace():
            continue
        if c.isdigit():
            number += c
            continue
        if c not in _CODES:
            raise error('bad char in struct format')
        native_size, standard, kind = _CODES[c]
        size = native_size if native else standard
        if not size:
            raise error('bad char in struct format')
        count = int(number) if number else 1
        pad = -at % size if native and kind not in ('pad', 'bytes', 'pascal') else 0
        pieces.append((c, count, kind, size, pad))
        at += pad + count * size
        number = ''
    if number:
        raise error('repeat count given without format specifier')
    return order, pieces, at


def calcsize(format, /):
    """Return size in bytes of the struct described by the format string."""
    return _parse(format)[2]


def _needed(pieces):
    return sum(1 if k in ('bytes', 'pascal') else 0 if k == 'pad' else n
               for c, n, k, size, pad in pieces)


def _pack_one(code, kind, size, order, value):
    if kind in ('int', 'uint'):
        if not hasattr(value, '__index__'):
            raise error('required argument is not an integer')
        value = value.__index__()
        signed = kind == 'int'
        low = -(1 << (8 * size - 1)) if signed else 0
        high = (1 << (8 * size - signed)) - 1
        if not low <= value <= high:
            if size == 8:
                raise error('int too large to convert' if signed else 'int too large to convert')
            raise error(f"'{code}' format requires {low} <= number <= {high}")
        return value.to_bytes(size, order, signed=signed)
    if kind == 'float':
        if not isinstance(value, (int, float)) and not hasattr(value, '__float__'):
            raise error('required argument is not a float')
        data = _float_bytes(float(value), size)
        if data is None:
            raise OverflowError('float too large to pack with f format')
        return data if order == 'little' else data[::-1]
    if kind == 'bool':
        return b'\1' if value else b'\0'
    if not isinstance(value, bytes) or len(value) != 1:
        raise error('char format requires a bytes object of length 1')
    return value


def pack(format, /, *values):
    """Return a bytes object containing the values packed according to the format string."""
    order, pieces, total = _parse(format)
    needed = _needed(pieces)
    if len(values) != needed:
        raise error(f'pack expected {needed} items for packing (got {len(values)})')
    values = iter(values)
    out = bytearray()
    for code, count, kind, size, padding in pieces:
        out += bytes(padding)
        if kind == 'pad':
            out += bytes(count)
        elif kind in ('bytes', 'pascal'):
            value = next(values)
            if not isinstance(value, (bytes, bytearray)):
                raise error(f"argument for '{code}' must be a bytes object")
            if kind == 'pascal':
                value = bytes([min(len(value), count - 1, 255)]) + value if count else b''
            out += bytes(value[:count]) + bytes(count - min(count, len(value)))
        else:
            for _ in range(count):
                out += _pack_one(code, kind, size, order, next(values))
    return bytes(out)


def unpack_from(format, /, buffer, offset=0):
    """Return a tuple containing values unpacked according to the format string."""
    order, pieces, total = _parse(format)
    if offset < 0:
        offset += len(buffer)
    if len(buffer) - offset < total:
        raise error(f'unpack_from requires a buffer of at least {total + offset} bytes for '
                    f'unpacking {total} bytes at offset {offset} '
                    f'(actual buffer size is {len(buffer)})')
    return _unpack(order, pieces, bytes(buffer), offset)


def unpack(format, buffer, /):
    """Return a tuple containing values unpacked according to the format string."""
    order, pieces, total = _parse(format)
    if len(buffer) != total:
        raise error(f'unpack requires a buffer of {total} bytes')
    return _unpack(order, pieces, bytes(buffer), 0)


def _unpack(order, pieces, data, at):
    result = []
    for code, count, kind, size, padding in pieces:
        at += padding
        if kind == 'pad':
            at += count
            continue
        if kind == 'bytes':
            result.append(data[at:at + count])
            at += count
            continue
        if kind == 'pascal':
            n = min(data[at], count - 1) if count else 0
            result.append(data[at + 1:at + 1 + n])
            at += count
            continue
        for _ in range(count):
            piece = data[at:at + size]
            at += size
            if kind in ('int', 'uint'):
                result.append(int.from_bytes(piece, order, signed=kind == 'int'))
            elif kind == 'float':
                result.append(_bytes_float(piece if order == 'little' else piece[::-1]))
            elif kind == 'bool':
                result.append(piece != b'\0')
            else:
                result.append(piece)
    return tuple(result)


def pack_into(format, buffer, offset, /, *values):
    data = pack(format, *values)
    buffer[offset:offset + len(data)] = data


def iter_unpack(format, buffer, /):
    size = calcsize(format)
    if not size:
        raise error('cannot iteratively unpack with a struct of length 0')
    if len(buffer) % size:
        raise error(f'iterative unpacking requires a buffer of a multiple of {size} bytes')
    return iter([unpack_from(format, buffer, i) for i in range(0, len(buffer), size)])


class Struct:
    """Create a compiled struct object."""

    def __init__(self, format):
        self.format = format
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def pack_into(self, buffer, offset, *values):
        return pack_into(self.format, buffer, offset, *values)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
`;
