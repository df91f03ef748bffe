"""Context variables for the library's `decimal`: there is one context."""


class ContextVar:
    def __init__(self, name, *, default=None):
        self.name, self.default = name, default

    def get(self, *default):
        if hasattr(self, 'value'):
            return self.value
        if default or self.default is not None:
            return default[0] if default else self.default
        raise LookupError(self)

    def set(self, value):
        self.value = value


class Context:
    pass


class Token:
    pass


def copy_context():
    return Context()
