from __future__ import annotations
import __future__
print(__future__.annotations)
from typing import *
print(List[int], Optional[str], Union[int, str, None], Dict[str, List[int]], Callable[[int], str], Tuple[int, ...], Any, Literal['a', 1], Callable[..., int])
T = TypeVar('T')
class Stack(Generic[T]):
    def __init__(self): self.items = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, Stack[int], T)
class P(NamedTuple):
    x: int
    y: int = 3
print(P(1), P(1).y, P._fields)
@runtime_checkable
class Closer(Protocol):
    def close(self): ...
class A:
    def close(self): pass
print(isinstance(A(), Closer), isinstance(5, Closer))
class TD(TypedDict):
    a: int
print(TD(a=1), TD.__required_keys__)
U = NewType('U', int); print(U(5), cast(int, 'x'), Iterable[int], get_args(Union[int,str]), get_origin(List[int]))
def f(x: int, y: 'str' = '') -> list[int]: pass
print(get_type_hints(f))
import textwrap
t = "The quick brown fox jumped over the lazy dog -- it was a well-known state-of-the-art jump, e.g. very-long-hyphenated-word. " * 2
print(textwrap.fill(t, 40)); print(textwrap.shorten(t, 30), repr(textwrap.dedent('''
    a
      b
    c
''')), repr(textwrap.indent('a\n\nb', '> ')), textwrap.wrap('abcdefghijk xyz', 5))
