/** The modules written in Python: their texts by name. */
export const PYTHON_MODULES: Readonly<Record<string, string>> = {};
