"""Turn frozen dataclasses into plain lists and back, for the cache and for JSON."""

import dataclasses
import json
import sys
import types
import typing
from collections.abc import Callable, Mapping
from functools import cache, partial

Plain = typing.Any
"""What `json` reads and writes; its shape is given by a dataclass."""
Build = Callable[[Plain], Plain]


SHORT = 24
"""Characters of a text that may stand in many places, such as a word or an id."""


class OneOf:
    """A dataclass that stands where any of several may; it is kept with its name."""

    __slots__ = ()


def encode(value: Plain) -> Plain:
    """Return a dataclass as a list of its fields' values, all the way down."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = [encode(getattr(value, f.name)) for f in dataclasses.fields(value)]
        return [type(value).__name__, *parts] if isinstance(value, OneOf) else parts
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return value


@cache
def decoder(kind: type) -> Build:
    """Return what turns plain lists back into a dataclass of this type.

    What it returns raises TypeError or ValueError for lists of another shape.
    """
    hints = typing.get_type_hints(kind)
    parts = [_part(hints[field.name]) for field in dataclasses.fields(kind)]

    def build(plain: Plain) -> Plain:
        return kind(*[p(v) for p, v in zip(parts, plain, strict=True)])

    return build


def to_lines(value: Plain) -> bytes:
    """Return a dataclass as lines of JSON, one for each of its fields.

    Read line by line, it never stands in memory twice as a whole.
    """
    fields = dataclasses.fields(value)
    lines = [json.dumps(encode(getattr(value, field.name))) for field in fields]
    return "\n".join(lines).encode()


def from_lines(kind: type, data: bytes | memoryview) -> Plain:
    """Return the dataclass that `to_lines` wrote.

    Raises:
        TypeError, ValueError: the bytes are not such lines.

    """
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(kind)
    values, at = [], 0
    whole = bytes(data)
    for field in fields:
        end = whole.find(b"\n", at)
        line = whole[at : end if end >= 0 else len(whole)]
        values.append(_part(hints[field.name])(json.loads(line)))
        at += len(line) + 1
    if at != len(whole) + 1:
        msg = "more lines than fields"
        raise ValueError(msg)
    return kind(*values)


def _part(hint: Plain) -> Build:
    """Return what turns the plain form of one field back."""
    origin: Plain = typing.get_origin(hint)
    args = typing.get_args(hint)
    if origin is None:
        return _simple(hint)
    if origin is typing.Literal:
        return partial(_among, args)
    if origin in (typing.Union, types.UnionType):
        return _union(args)
    if origin is tuple:
        return _tuple(args)
    value = _part(args[-1])
    if origin is frozenset:
        return lambda v: frozenset([value(x) for x in _list(v)])
    return lambda v: {k: value(x) for k, x in v.items()}


def _union(args: tuple[Plain, ...]) -> Build:
    """Return what turns back one of several named dataclasses, or what may be None."""
    if all(isinstance(a, type) and issubclass(a, OneOf) for a in args):
        return partial(_named, {a.__name__: a for a in args})
    inner = _part(next(a for a in args if a is not type(None)))
    return lambda v: None if v is None else inner(v)


def _named(kinds: Mapping[str, type], value: Plain) -> Plain:
    """Return the one of several dataclasses that was kept with its name."""
    name, *parts = _list(value)
    return decoder(kinds[_among(tuple(kinds), name)])(parts)


def _among(known: tuple[str, ...], value: Plain) -> str:
    if value not in known:
        msg = f"expected one of {', '.join(known)}, got {value}"
        raise ValueError(msg)
    return str(value)


def _simple(hint: type) -> Build:
    if dataclasses.is_dataclass(hint):
        return decoder(hint)
    if hint is str:
        return _text
    return float if hint is float else partial(_exactly, hint)


def _tuple(args: tuple[Plain, ...]) -> Build:
    if args[-1] is Ellipsis:
        item = _part(args[0])
        return lambda v: tuple([item(x) for x in _list(v)])
    items = [_part(a) for a in args]
    return lambda v: tuple([p(x) for p, x in zip(items, _list(v), strict=True)])


def _list(value: Plain) -> list[Plain]:
    if not isinstance(value, list):
        msg = f"expected a list, got {type(value).__name__}"
        raise TypeError(msg)
    return value


def _text(value: Plain) -> str:
    """Return a text; a short one is kept once, however often it stands there."""
    text: str = _exactly(str, value)
    return sys.intern(text) if len(text) <= SHORT else text


def _exactly(hint: type, value: Plain) -> Plain:
    if type(value) is not hint:
        msg = f"expected {hint.__name__}, got {type(value).__name__}"
        raise TypeError(msg)
    return value
