/** dataclass() and field() as releases before 3.11 have them: without what came later. Part of dataclasses. */
export const DATACLASSES_OLDER = `
_whole_dataclass, _whole_field = dataclass, field

if sys.version_info < (3, 10):
    def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False,
                  unsafe_hash=False, frozen=False):
        return _whole_dataclass(cls, init=init, repr=repr, eq=eq, order=order,
                                unsafe_hash=unsafe_hash, frozen=frozen, match_args=False)

    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
              compare=True, metadata=None):
        return _whole_field(default=default, default_factory=default_factory, init=init,
                            repr=repr, hash=hash, compare=compare, metadata=metadata)
elif sys.version_info < (3, 11):
    def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
                  frozen=False, match_args=True, kw_only=False, slots=False):
        return _whole_dataclass(cls, init=init, repr=repr, eq=eq, order=order,
                                unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
                                kw_only=kw_only, slots=slots)
`;
