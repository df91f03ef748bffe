/** The module string.templatelib: what v3.14.0 Lib/string/templatelib.py offers. The text is our own. */
export const TEMPLATELIB = `
def _types():
    made = t"{None}"
    return type(made), type(made.interpolations[0])


Template, Interpolation = _types()
del _types


def convert(obj, /, conversion):
    """Convert *obj* using formatted string literal semantics."""
    if conversion is None:
        return obj
    if conversion == 'r':
        return repr(obj)
    if conversion == 's':
        return str(obj)
    if conversion == 'a':
        return ascii(obj)
    raise ValueError(f'invalid conversion specifier: {conversion}')


def _template_unpickle(strings, interpolations):
    parts = []
    for i, text in enumerate(strings):
        parts.append(text)
        parts.extend(interpolations[i:i + 1])
    return Template(*parts)
`;
