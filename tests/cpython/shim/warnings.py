"""Warnings that are noted or forgotten, until the machine has its own `warnings`."""


class WarningMessage:
    def __init__(self, message, category, filename, lineno):
        self.message, self.category = message, category
        self.filename, self.lineno = filename, lineno


_recorders = []


class catch_warnings:
    def __init__(self, *, record=False, **kwargs):
        self.record = record

    def __enter__(self):
        _recorders.append([])
        return _recorders[-1] if self.record else None

    def __exit__(self, *exception):
        _recorders.pop()


def simplefilter(*args, **kwargs):
    pass


filterwarnings = resetwarnings = simplefilter


def warn(message, category=UserWarning, *args, **kwargs):
    if not isinstance(message, Warning):
        message = category(message)
    if _recorders:
        _recorders[-1].append(WarningMessage(message, type(message), '', 0))


def _warn_unawaited_coroutine(coro):
    warn(f"coroutine '{coro.__qualname__}' was never awaited", RuntimeWarning)
