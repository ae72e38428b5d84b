"""No regular expression of the program backtracks without an end, whatever text it is given."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from ambiguity import exponential

import tracker

ROOT = Path(tracker.__file__).parent


@pytest.mark.parametrize("pattern", ["(?:a+)+b", "(?:a|aa)*$", "(?:ab|a|b)*$", "(?:a?b?)*$", "(?:[^，]{0,2}|在)*月", "x(?:a[^c]{0,9}c?)*$", "(?:(?:系|)列|系列|列)*$"])
def test_what_can_be_read_in_many_ways_is_seen(pattern):
    assert exponential(pattern)


@pytest.mark.parametrize("pattern", ["a*b", "(?:ab?)*$", "(?:a|b|cd)*", "(?:、[^、，]+)+(?=等)", r"\s*(?:\d+\s*[,，]\s*)*$", "(?:a|aa)*+$", "(?:a[^ac]{0,9}c)*", "(?:ab|a)(?:b|c)?"])
def test_what_can_be_read_in_few_ways_is_left_alone(pattern):
    assert not exponential(pattern)


def held(thing, depth=0):
    """The patterns that a value of a module holds."""
    if isinstance(thing, re.Pattern):
        yield thing.pattern if isinstance(thing.pattern, str) else thing.pattern.decode("latin-1")
    elif isinstance(thing, (list, tuple, set, frozenset, dict)) and depth < 4:
        for part in thing.items() if isinstance(thing, dict) else thing:
            yield from held(part, depth + 1)


def written(source):
    """The patterns that are written where they are used: re.search("…", text)."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr="search" | "match" | "fullmatch" | "split" | "sub" | "finditer"), args=[ast.Constant(value), *_]):
                yield value


def test_every_pattern_of_the_program_can_be_read_in_few_ways_only():
    found = {}
    for path in ROOT.rglob("*.py"):
        found |= dict.fromkeys(written(path.read_text(encoding="utf-8")), path.name)
    for module in pkgutil.walk_packages([str(ROOT)], "tracker."):
        if not module.name.endswith("__main__"):
            for value in list(vars(importlib.import_module(module.name)).values()):
                found |= dict.fromkeys(held(value), module.name)
    assert len(found) > 600
    assert not [(where, pattern[:80]) for pattern, where in found.items() if exponential(pattern)]
