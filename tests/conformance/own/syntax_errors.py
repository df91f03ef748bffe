#: eq_in_if
if x = 1:
    pass
#: assign_literal
1 = x
#: assign_call
f() = 1
#: assign_expr
a + 1 = 2
#: assign_none
None = 1
#: assign_true
def f(True): pass
#: missing_colon_if
if True
    pass
#: missing_colon_def
def f()
    pass
#: missing_colon_class
class C
    pass
#: missing_colon_for
for x in y
    pass
#: missing_colon_else
if 1:
    pass
else
    pass
#: missing_colon_try
try
    pass
#: missing_colon_while
while 1
    pass
#: missing_colon_with
with a as b
    pass
#: missing_colon_lambda
f = lambda x x
#: unclosed_paren
x = (1,
y = 2
#: unclosed_bracket
x = [1, 2
#: unclosed_brace
d = {'a': 1
print(d)
#: mismatched
x = (1]
#: mismatched_lines
x = (1,
     2]
#: extra_paren
print('a'))
#: never_closed_call
print('a'
#: unterminated_string
x = 'abc
#: unterminated_triple
x = '''abc
def
#: unterminated_f
x = f'abc
#: unterminated_double
print("hello)
#: print_statement
print 'hello'
#: print_name
print x
#: exec_statement
exec 'x'
#: indent_expected
def f():
x = 1
#: indent_unexpected
x = 1
    y = 2
#: indent_mismatch
if 1:
        a = 1
    b = 2
#: indent_expected_if
if True:
print(1)
#: indent_expected_for
for x in []:
print(1)
#: indent_expected_class
class C:
x = 1
#: indent_expected_else
if 1:
    pass
else:
x
#: indent_expected_try
try:
x
#: indent_expected_except
try:
    x
except:
y
#: indent_expected_with
with a:
b
#: indent_expected_while
while 1:
b
#: indent_tabs
if 1:
	a
        b
#: eof_in_block
def f():
#: indent_after_comment
if 1:
    # comment
x = 1
#: return_outside
return 1
#: yield_outside
yield 1
#: await_outside
await x
#: break_outside
break
#: continue_outside
if 1:
    continue
#: return_in_class
class C:
    return 1
#: break_in_function_in_loop
for i in x:
    def f():
        break
#: nonlocal_module
nonlocal x
#: nonlocal_missing
def f():
    nonlocal x
#: global_after_use
def f():
    x = 1
    global x
#: global_and_param
def f(x):
    global x
#: nonlocal_and_global
def f():
    global x
    nonlocal x
#: global_after_print
def f():
    print(x)
    global x
#: duplicate_arg
def f(a, a): pass
#: default_order
def f(a=1, b): pass
#: kw_repeat
f(a=1, a=2)
#: positional_after_kw
f(a=1, 2)
#: positional_after_unpack
f(**a, b)
#: iterable_after_kw_unpack
f(**a, *b)
#: kw_expression
f(a.b=1)
#: kw_literal
f(1=2)
#: kw_true
f(True=1)
#: generator_arg
f(x for x in y, 1)
#: star_alone
def f(*): pass
#: star_star_then
def f(**k, a): pass
#: slash_first
def f(/): pass
#: two_slashes
def f(a, /, b, /): pass
#: star_expr_alone
*a
#: star_in_return
x = *a
#: two_stars_target
*a, *b = c
#: del_call
del f()
#: del_literal
del 1
#: del_expr
del a + b
#: aug_tuple
(a, b) += 1
#: aug_call
f() += 1
#: walrus_statement
x := 1
#: walrus_attr
(a.b := 1)
#: ann_tuple
(a, b): int
#: ann_list
[a]: int = 1
#: for_target
for 1 in x: pass
#: for_call_target
for f() in x: pass
#: with_target
with a as f(): pass
#: comp_target
[x for 1 in y]
#: import_star_function
def f():
    from math import *
#: from_import_nothing
from math import
#: import_nothing
import
#: import_as_dotted
import a as b.c
#: from_trailing_comma
from a import b,
#: relative_import_plain
import .a
#: else_alone
else:
    pass
#: elif_alone
elif x:
    pass
#: except_alone
except:
    pass
#: try_alone
try:
    pass
x = 1
#: bare_except_first
try:
    pass
except:
    pass
except ValueError:
    pass
#: except_tuple_no_paren
try:
    pass
except A, B:
    pass
#: except_as_attr
try:
    pass
except A as b.c:
    pass
#: finally_alone
finally:
    pass
#: keyword_as_name
class = 1
#: keyword_as_arg
def f(if): pass
#: keyword_attr
x.class
#: missing_operand
x = 1 +
#: double_operator
x = 1 ++
#: missing_value
x =
#: two_names
a b
#: two_numbers
x = 1 2
#: missing_comma
x = [1 2]
#: missing_comma_call
f(a b)
#: missing_comma_dict
d = {'a': 1 'b': 2}
#: missing_comma_str
x = ['a' 1]
#: dict_missing_value
d = {'a':}
#: dict_missing_colon
d = {'a': 1, 'b'}
#: dict_star
d = {*a: 1}
#: set_in_dict
d = {1, 2: 3}
#: invalid_char
x = $5
#: question
x = a ? b : c
#: unicode_quote
x = ‘a’
#: non_printable
x = 1​
#: backslash
x = 1 \ 2
#: bang
x = !a
#: ne_old
1 <> 2
#: increment
x++
#: arrow
a => b
#: and_and
a && b
#: not_assign
not x = 1
#: leading_zero
x = 012
#: bad_hex
x = 0xg
#: bad_octal
x = 0o8
#: bad_binary
x = 0b2
#: bad_decimal
x = 1_
#: double_underscore
x = 1__0
#: number_name
x = 1abc
#: name_start_digit
2x = 1
#: bad_float
x = 1e
#: bad_imag
x = 1jj
#: complex_attr
1.foo
#: bytes_non_ascii
b'é'
#: mix_bytes_str
x = b'a' 'b'
#: bad_unicode_escape
'\u12'
#: bad_x_escape
'\x1'
#: bad_name_escape
'\N{NO SUCH}'
#: bytes_x_escape
b'\x'
#: f_empty
f'{}'
#: f_unclosed
f'{x'
#: f_single_close
f'}'
#: f_bad_conv
f'{x!z}'
#: f_backslash
f'{"\n"}'
print('fine')
#: f_nested_quotes
x = {'a': 1}
print(f'{x['a']}')
#: f_comment
f'{a#}'
#: f_expr_error
f'{1 +}'
#: f_assign
f'{a = }'
#: f_lambda
f'{lambda x: 1}'
#: f_star
f'{*a}'
#: f_no_expr
f'{!r}'
#: f_two
f'{a b}'
#: f_deep
x=3
print(f'{1:{2:{x}}}')
#: lambda_statement
lambda: return 1
#: lambda_default
lambda a=1, b: 0
#: yield_in_class
class C:
    yield 1
#: yield_in_comp
def f():
    [(yield 1) for x in y]
#: await_in_def
def f():
    await x
#: async_for_outside
async for x in y: pass
#: async_with_in_def
def f():
    async with a: pass
#: async_comp
def f():
    return [x async for x in y]
#: return_value_async_gen
async def f():
    yield 1
    return 2
#: yield_from_async
async def f():
    yield from x
#: walrus_comp_target
[x := 1 for x in y]
#: walrus_comp_iter
[x for y in (z := [1])]
#: comp_unpack
[*x for x in y]
#: dict_comp_unpack
{**x for x in y}
#: comp_tuple_missing
[x, y for x in z]
#: comp_dict_missing
{x: y, z for x in w}
#: ternary_no_else
x = 1 if y
#: ternary_stmt
x = 1 if y else pass
#: ternary_assign
x = a if b else c = 1
#: match_case
match x:
    case 1:
        pass
    case _:
        pass
#: match_irrefutable
match x:
    case a:
        pass
    case 2:
        pass
#: match_wild_first
match x:
    case _:
        pass
    case 2:
        pass
#: match_dup
match x:
    case (a, a):
        pass
#: match_alternatives
match x:
    case a | 1:
        pass
#: match_bind_differ
match x:
    case [a] | [b]:
        pass
#: match_no_case
match x:
    pass
#: match_missing_colon
match x
    case 1: pass
#: case_missing_colon
match x:
    case 1
        pass
#: match_bad_class
match x:
    case C(a=1, 2):
        pass
#: match_bad_as
match x:
    case 1 as _:
        pass
#: match_bad_mapping
match x:
    case {**r, 'a': 1}:
        pass
#: match_two_stars
match x:
    case [*a, *b]:
        pass
#: type_alias
type X = int
print(X)
#: generic_function
def f[T](x: T) -> T: return x
print(f(1), f.__type_params__)
#: generic_dup
def f[T, T](): pass
#: except_star
try:
    pass
except* ValueError:
    pass
print('ok')
#: except_star_mix
try:
    pass
except* A:
    pass
except B:
    pass
#: except_star_bare
try:
    pass
except*:
    pass
#: except_star_return
def f():
    try:
        pass
    except* A:
        return 1
#: return_in_finally
def f():
    try:
        pass
    finally:
        return 1
print(f())
#: except_no_paren
try:
    1 / 0
except ValueError, ZeroDivisionError:
    print('caught')
#: tstring
x = 1
print(t'{x}'.values)
#: tf_mix
x = t'a' f'b'
#: paren_with
class M:
    def __enter__(self): return 1
    def __exit__(self, *a): pass
with (M() as a, M() as b):
    print(a, b)
#: decorator_expr
l = [lambda f: f]
@l[0]
def f(): print('f')
f()
#: star_subscript
class G:
    def __getitem__(self, k): return k
print(G()[*[1, 2]])
#: unparen_walrus_index
x = [1, 2]
print(x[y := 1], {z := 3})
#: pos_only
def f(a, /, b): return a, b
print(f(1, b=2))
#: dict_union_op
print({1: 1} | {2: 2})
#: lazy_import
lazy import json
print('ok')
#: star_comp
print([*x for x in [[1], [2]]])
#: future_late
x = 1
from __future__ import annotations
#: future_unknown
from __future__ import nothing
#: debug_assign
__debug__ = 1
#: debug_arg
def f(__debug__): pass
#: debug_attr
x.__debug__ = 1
#: null_in_source
exec('x = 1\0')
#: long_nesting
x = ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
#: many_blocks
if 1:
 if 1:
  if 1:
   if 1:
    if 1:
     if 1:
      if 1:
       if 1:
        if 1:
         if 1:
          if 1:
           if 1:
            if 1:
             if 1:
              if 1:
               if 1:
                if 1:
                 if 1:
                  if 1:
                   if 1:
                    if 1:
                     if 1:
                      if 1:
                       if 1:
                        if 1:
                         if 1:
                          if 1:
                           if 1:
                            if 1:
                             if 1:
                              if 1:
                               if 1:
                                if 1:
                                 if 1:
                                  if 1:
                                   if 1:
                                    if 1:
                                     if 1:
                                      if 1:
                                       if 1:
                                        if 1:
                                         if 1:
                                          if 1:
                                           if 1:
                                            if 1:
                                             if 1:
                                              if 1:
                                               if 1:
                                                if 1:
                                                 if 1:
                                                  if 1:
                                                   if 1:
                                                    if 1:
                                                     if 1:
                                                      if 1:
                                                       if 1:
                                                        if 1:
                                                         if 1:
                                                          if 1:
                                                           if 1:
                                                            if 1:
                                                             if 1:
                                                              if 1:
                                                               if 1:
                                                                if 1:
                                                                 if 1:
                                                                  if 1:
                                                                   if 1:
                                                                    if 1:
                                                                     if 1:
                                                                      if 1:
                                                                       if 1:
                                                                        if 1:
                                                                         if 1:
                                                                          if 1:
                                                                           if 1:
                                                                            if 1:
                                                                             if 1:
                                                                              if 1:
                                                                               if 1:
                                                                                if 1:
                                                                                 if 1:
                                                                                  if 1:
                                                                                   if 1:
                                                                                    if 1:
                                                                                     if 1:
                                                                                      if 1:
                                                                                       if 1:
                                                                                        if 1:
                                                                                         if 1:
                                                                                          if 1:
                                                                                           if 1:
                                                                                            if 1:
                                                                                             if 1:
                                                                                              if 1:
                                                                                               if 1:
                                                                                                if 1:
                                                                                                 if 1:
                                                                                                  if 1:
                                                                                                   if 1:
                                                                                                    if 1:
                                                                                                     if 1:
                                                                                                      if 1:
                                                                                                       if 1:
                                                                                                        if 1:
                                                                                                         pass
#: many_loops
for i in x:
 for i in x:
  for i in x:
   for i in x:
    for i in x:
     for i in x:
      for i in x:
       for i in x:
        for i in x:
         for i in x:
          for i in x:
           for i in x:
            for i in x:
             for i in x:
              for i in x:
               for i in x:
                for i in x:
                 for i in x:
                  for i in x:
                   for i in x:
                    for i in x:
                     for i in x:
                      for i in x:
                       for i in x:
                        for i in x:
                         pass
#: typo_keyword_for
fro x in y:
    pass
#: typo_keyword_import
improt os
#: typo_keyword_while
whille True:
    pass
#: typo_keyword_def
dfe f():
    pass
#: typo_class
clas C:
    pass
#: typo_return
def f():
    retrun 1
#: elseif
if 1:
    pass
else if 2:
    pass
#: elsif
if 1:
    pass
elsif 2:
    pass
#: elif_after_else
if 1:
    pass
else:
    pass
elif 2:
    pass
#: switch_like
x = 1
case 1:
    pass
#: do_while
do:
    pass
while 1
#: import_from_swap
import a from b
#: assign_keyword
x = if
#: string_prefix_bad
x = ub'a'
#: string_prefix_u
x = ur'a'
#: semicolon_start
; x = 1
#: colon_alone
:
#: dot_alone
.
#: ellipsis_assign
... = 1
#: fstring_assign
f'a' = 1
#: compare_assign
a < b = 1
#: lambda_assign
lambda: 1 = 2
#: await_assign
async def f():
    await x = 1
#: yield_assign
def f():
    (yield) = 1
#: ternary_target
(a if b else c) = 1
#: list_target_literal
[a, 1] = x
#: tuple_target_call
(a, f()) = x
#: dict_target
{} = x
#: set_target
{1} = x
#: gen_target
(x for x in y) = 1
#: attr_of_call_ok
def f():
    class C: pass
    return C
f().x = 1
print('ok')
#: eq_in_call_cond
f(x == 1, y = 2 = 3)
#: assign_in_arg
f(a, b = c = d)
#: eq_in_while
while x = 1:
    pass
#: eq_in_elif
if 1:
    pass
elif x = 1:
    pass
#: eq_in_return
def f():
    return x = 1
#: eq_in_comp
[x for x in y if x = 1]
#: eq_attr_in_if
if x.a = 1:
    pass
#: eq_in_lambda
f(lambda x: y = 1)
#: missing_in
for x y:
    pass
#: for_no_in_target
for in x:
    pass
#: for_of
for x of y:
    pass
#: with_no_body
with open('f') as f:
#: class_paren_space
class C(:
    pass
#: def_no_name
def (x):
    pass
#: def_no_paren
def f:
    pass
#: lambda_tuple
lambda (x, y): x
#: def_tuple
def f((a, b)): pass
#: def_default_missing
def f(a=): pass
#: call_default_missing
f(a=)
#: arrow_missing
def f() ->:
    pass
#: raise_comma
raise A, B
#: assert_nothing
assert
#: global_nothing
global
#: global_expr
global a.b
#: del_nothing
del
#: while_nothing
while:
    pass
#: if_nothing
if:
    pass
#: return_star
def f():
    return *a
#: decorator_nothing
@
def f(): pass
#: decorator_then_stmt
@a
x = 1
#: nested_f_error
x = f'{f'{1/0}'}'
#: crlf_and_error
x = 1
y = (
#: comment_only_then_eof
# c
if 1:
    # d
#: continuation_eof
x = 1 + \
#: continuation_space
x = 1 + \ 
2
