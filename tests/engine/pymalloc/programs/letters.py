"""The letter that the debug hooks write before each kind of block."""
import ctypes


def word(at):
    return ctypes.c_uint64.from_address(at).value


def letter(block):
    return chr(ctypes.c_uint8.from_address(block - 8).value)


class Doc:
    "kept as bytes"


class Text(str):
    pass


class Point:
    pass


items, grown = [1, 2, 3], []
grown.append(1)
table, keys, small, text = set(range(50)), {i: i for i in range(50)}, {'a': 1}, Text('abcdefgh' * 5)
number, pair = 10 ** 20, (items, keys)
print('objects', letter(id(items) - 16), letter(id(pair) - 16), letter(id(number)), letter(id(letter) - 16))
print('items', letter(word(id(items) + 24)), letter(word(id(grown) + 24)))
print('set', letter(word(id(table) + 40)), 'keys', letter(word(id(keys) + 32)), letter(word(id(small) + 32)))
print('doc', letter(word(id(Doc) + 176)))
