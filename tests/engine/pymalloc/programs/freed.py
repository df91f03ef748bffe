"""A freed block keeps its bytes, but for the eight that lead to the next free one."""
import ctypes

two, n = b'ab', 220
s = two * 208
here = id(s)
del s
words = [ctypes.string_at(here + i, 8) for i in range(0, 48, 8)]
# words 0 and 1 hold addresses: the link, and ob_type
print([word.hex() for word in words[2:4]], words[4:])
big = [two * n for i in range(90)]
# two blocks of one pool, in the middle of what was just handed out
at = next(i for i in range(30, 80) if id(big[i + 1]) - id(big[i]) == 480)
first, second = id(big[at]), id(big[at + 1])
del big[at]
del big[at]
print(ctypes.c_uint64.from_address(second).value == first, ctypes.string_at(second + 40, 8))
again = b'cd' * n
print(id(again) == second, ctypes.string_at(first + 40, 8))
