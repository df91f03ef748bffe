/**
 * The module _weakrefset: a set that does not keep its members alive.
 * What it does is v3.13.0 Lib/_weakrefset.py's; the text is our own.
 */
export const WEAKREFSET = `
from _weakref import ref

__all__ = ['WeakSet']


class WeakSet:
    def __init__(self, data=None):
        self.data = set()
        def _remove(item, selfref=ref(self)):
            self = selfref()
            if self is not None:
                self.data.discard(item)
        self._remove = _remove
        if data is not None:
            self.update(data)

    def __iter__(self):
        # a copy: a member may go while it is being walked
        for wr in list(self.data):
            item = wr()
            if item is not None:
                yield item
                del item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            wr = ref(item)
        except TypeError:
            return False
        return wr in self.data

    def __reduce__(self):
        return self.__class__, (list(self),), (
            self.__getstate__() if hasattr(object, '__getstate__') else getattr(self, '__dict__', None))

    def __repr__(self):
        return repr(self.data)

    # ---- changing

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def clear(self):
        self.data.clear()

    def pop(self):
        while True:
            try:
                wr = self.data.pop()
            except KeyError:
                raise KeyError('pop from empty WeakSet') from None
            item = wr()
            if item is not None:
                return item

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def update(self, other):
        for element in other:
            self.add(element)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference_update(self, other):
        self.__isub__(other)

    def __isub__(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update(ref(item) for item in other)
        return self

    def intersection_update(self, other):
        self.__iand__(other)

    def __iand__(self, other):
        self.data.intersection_update(ref(item) for item in other)
        return self

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def __ixor__(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update(ref(item, self._remove) for item in other)
        return self

    # ---- new sets

    def copy(self):
        return self.__class__(self)

    def _apply(self, other, change):
        new = self.copy()
        change(new, other)
        return new

    def union(self, other):
        return self._apply(other, WeakSet.update)
    __or__ = union

    def difference(self, other):
        return self._apply(other, WeakSet.difference_update)
    __sub__ = difference

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)
    __and__ = intersection

    def symmetric_difference(self, other):
        return self._apply(other, WeakSet.symmetric_difference_update)
    __xor__ = symmetric_difference

    # ---- comparing

    def issubset(self, other):
        return self.data.issubset(ref(item) for item in other)
    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset(ref(item) for item in other)
    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(ref, other))

    __hash__ = None

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0
`;
