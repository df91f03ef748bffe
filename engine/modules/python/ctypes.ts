/**
 * The module ctypes, as far as looking at memory goes. There is no C to be called.
 * The text is our own.
 */
export const CTYPES = String.raw`
import _ctypes


class ArgumentError(Exception):
    pass


class _CType(type):
    def __mul__(cls, n):
        return type(f'{cls.__name__}_Array_{n}', (Array,), {'_type_': cls, '_length_': n})

    __rmul__ = __mul__


class _CData(metaclass=_CType):
    _size_ = 0

    def __init__(self, value=None):
        self._address = None
        self._bytes = bytes(self._size_)
        if value is not None:
            self.value = value

    @classmethod
    def from_address(cls, address):
        self = cls.__new__(cls)
        self._address = address
        self._bytes = b''
        return self

    def _read(self):
        if self._address is None:
            return self._bytes
        return _ctypes.read(self._address, self._size_)

    def _write(self, data):
        if self._address is None:
            self._bytes = data
        else:
            _ctypes.write(self._address, data, self._size_)

    def __repr__(self):
        return f'{type(self).__name__}({self.value!r})'

    def __eq__(self, other):
        return self is other

    __hash__ = object.__hash__


class _Simple(_CData):
    pass


class _Int(_Simple):
    _signed_ = True

    @property
    def value(self):
        return int.from_bytes(self._read(), 'little', signed=self._signed_)

    @value.setter
    def value(self, new):
        if not isinstance(new, int):
            raise TypeError(f"an integer is required (got type {type(new).__name__})")
        self._write((new & ((1 << 8 * self._size_) - 1)).to_bytes(self._size_, 'little'))


def _int(name, size, signed):
    return type(name, (_Int,), {'_size_': size, '_signed_': signed, '__module__': 'ctypes'})


c_byte = c_int8 = _int('c_byte', 1, True)
c_ubyte = c_uint8 = _int('c_ubyte', 1, False)
c_short = c_int16 = _int('c_short', 2, True)
c_ushort = c_uint16 = _int('c_ushort', 2, False)
c_int = c_int32 = _int('c_int', 4, True)
c_uint = c_uint32 = _int('c_uint', 4, False)
c_long = c_int64 = c_longlong = c_ssize_t = c_time_t = _int('c_long', 8, True)
c_ulong = c_uint64 = c_ulonglong = c_size_t = _int('c_ulong', 8, False)


class c_bool(_Simple):
    _size_ = 1

    @property
    def value(self):
        return self._read() != b'\0'

    @value.setter
    def value(self, new):
        self._write(b'\1' if new else b'\0')


class c_char(_Simple):
    _size_ = 1

    @property
    def value(self):
        return self._read()

    @value.setter
    def value(self, new):
        if isinstance(new, int):
            new = bytes([new])
        if not isinstance(new, bytes) or len(new) != 1:
            raise TypeError("one character bytes, bytearray or integer expected")
        self._write(new)


def _from_double(data):
    n = int.from_bytes(data, 'little')
    sign = -1.0 if n >> 63 else 1.0
    exponent, fraction = (n >> 52) & 0x7ff, n & ((1 << 52) - 1)
    if exponent == 0x7ff:
        return float('nan') if fraction else sign * float('inf')
    import math
    if exponent == 0:
        return sign * math.ldexp(fraction, -1074)
    return sign * math.ldexp(fraction + (1 << 52), exponent - 1075)


class c_double(_Simple):
    _size_ = 8

    @property
    def value(self):
        return _from_double(self._read())

    @value.setter
    def value(self, new):
        # a float keeps its eight bytes behind the head of the object
        new = float(new)
        self._write(_ctypes.read(id(new) + 16, 8))


class c_void_p(_Simple):
    _size_ = 8

    @property
    def value(self):
        return int.from_bytes(self._read(), 'little') or None

    @value.setter
    def value(self, new):
        self._write((new or 0).to_bytes(8, 'little'))


class py_object(_Simple):
    _size_ = 8

    def __init__(self, value=None):
        super().__init__()
        self._keep = value
        self._write(_ctypes.address_of(value).to_bytes(8, 'little'))

    @property
    def value(self):
        address = int.from_bytes(self._read(), 'little')
        if address == 0:
            raise ValueError("PyObject is NULL")
        return _ctypes.object_at(address)

    def __repr__(self):
        return f'py_object({self.value!r})'


class Array(_CData):
    _type_ = c_ubyte
    _length_ = 0

    def __init__(self, *args):
        self._address = None
        self._items = [self._type_() for _ in range(self._length_)]
        for i, arg in enumerate(args):
            self._items[i].value = arg

    @classmethod
    def from_address(cls, address):
        self = cls.__new__(cls)
        self._address = address
        size = cls._type_._size_
        self._items = [cls._type_.from_address(address + i * size) for i in range(cls._length_)]
        return self

    def __len__(self):
        return self._length_

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [item.value for item in self._items[i]]
        return self._items[i].value

    def __setitem__(self, i, value):
        self._items[i].value = value

    def __iter__(self):
        return iter([item.value for item in self._items])

    def __repr__(self):
        return f'<{type(self).__name__} object>'


class _Pointer:
    def __init__(self, contents):
        self.contents = contents

    def __getitem__(self, i):
        kind = type(self.contents)
        return kind.from_address(self.contents._address + i * kind._size_).value


def POINTER(kind):
    return type(f'LP_{kind.__name__}', (_Pointer,), {'_type_': kind})


def cast(obj, kind):
    """Only an address can be cast: to py_object, or to a pointer."""
    if isinstance(obj, _Simple):
        obj = obj.value
    if kind is py_object:
        result = py_object.__new__(py_object)
        result._address = None
        result._bytes = obj.to_bytes(8, 'little')
        return result
    if isinstance(kind, type) and issubclass(kind, _Pointer):
        return kind(kind._type_.from_address(obj))
    return kind.from_address(obj)


def sizeof(obj):
    kind = obj if isinstance(obj, type) else type(obj)
    if issubclass(kind, Array):
        return kind._length_ * kind._type_._size_
    if not issubclass(kind, _CData):
        raise TypeError("this type has no size")
    return kind._size_


def addressof(obj):
    if obj._address is None:
        raise ValueError("this machine keeps the values of ctypes objects outside of its memory")
    return obj._address


_string_at = _ctypes.read


def string_at(ptr, size=-1):
    """Return the byte string at void *ptr."""
    return _string_at(ptr, size)


def memmove(dst, src, count):
    data = src if isinstance(src, bytes) else _ctypes.read(src, count)
    _ctypes.write(dst, data, count)
    return dst


def memset(dst, c, count):
    _ctypes.fill(dst, c & 255, count)
    return dst
`;
