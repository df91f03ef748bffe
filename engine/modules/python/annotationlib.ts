/** The module annotationlib: what v3.14.0 Lib/annotationlib.py offers. The text is our own. */
export const ANNOTATIONLIB = `
import enum
import _annotate
from _annotate import (ForwardRef, call_annotate_function, call_evaluate_function,
                       get_annotate_from_class_namespace, get_annotations,
                       annotations_to_string, type_repr)

__all__ = ['Format', 'ForwardRef', 'call_annotate_function', 'call_evaluate_function',
           'get_annotate_from_class_namespace', 'get_annotations', 'annotations_to_string',
           'type_repr']


class Format(enum.IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


_annotate.FAKE = Format.VALUE_WITH_FAKE_GLOBALS
for _func in (call_annotate_function, call_evaluate_function, get_annotate_from_class_namespace,
              get_annotations, annotations_to_string, type_repr):
    _func.__module__ = 'annotationlib'
`;
