"""Whether a regular expression can be read in exponentially many ways, the cause of catastrophic backtracking.

The rule is that of Weber and Seidl, "On the degree of ambiguity of finite
automata" (1991): an automaton is exponentially ambiguous just where one of
its states leads back to itself by two different paths over the same word.
Walking two copies of the automaton over the same letters, that is a way from
a pair (q, q) through two different states, or by two different ways, back to it.

Look-arounds are taken as met, and what may be repeated more than `_MANY`
times as if it could be for ever: a pattern that passes holds; one that does
not pass may do so by luck, and is better written without luck.
"""

from __future__ import annotations

import re
import re._constants as op
import re._parser as parser
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

_MANY = 8
_ONE = (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN)
_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s", op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def exponential(pattern: str) -> bool:
    """Whether some text may be read by the pattern in a number of ways that doubles with its length."""
    return any(_doubles(body) for body in _repeated(parser.parse(pattern)))


def _repeated(tree: parser.SubPattern) -> Iterator[parser.SubPattern]:
    """What is repeated without an end and may give back what it took; the outermost alone, which holds what is in it."""
    for kind, value in tree:
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[1] > _MANY:
            yield value[2]
        elif kind is not op.POSSESSIVE_REPEAT:
            for part in _parts(kind, value):
                yield from _repeated(part)


def _parts(kind: object, value: object) -> list[parser.SubPattern]:
    if kind is op.BRANCH:
        return value[1]
    if kind is op.ATOMIC_GROUP:
        return [value]
    if kind in (op.SUBPATTERN, op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT, op.ASSERT, op.ASSERT_NOT):
        return [value[-1]]
    return []


@dataclass
class _Automaton:
    letters: list[str]
    free: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """The states that each may become without a letter."""
    steps: dict[int, list[tuple[frozenset[str], int]]] = field(default_factory=lambda: defaultdict(list))
    states: int = 0

    def new(self, before: int | None = None) -> int:
        self.states += 1
        if before is not None:
            self.free[before].add(self.states)
        return self.states

    def read(self, tree: parser.SubPattern, state: int) -> int:
        """Where the automaton is when it has read from `state` what the tree describes."""
        for kind, value in tree:
            if kind in _ONE:
                after = self.new()
                self.steps[state].append((_set(kind, value, self.letters), after))
                state = after
            elif kind is op.BRANCH:
                after = self.new()
                for way in value[1]:
                    self.free[self.read(way, self.new(state))].add(after)
                state = after
            elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
                state = self._again(*value, state)
            elif kind in (op.SUBPATTERN, op.ATOMIC_GROUP):
                for part in _parts(kind, value):
                    state = self.read(part, state)
        return state

    def _again(self, least: int, most: int, tree: parser.SubPattern, state: int) -> int:
        for _ in range(min(least, 2)):
            state = self.read(tree, state)
        if most > _MANY:
            again = self.new(state)
            self.free[self.read(tree, again)].add(again)
            return self.new(again)
        after = self.new(state)
        for _ in range(min(most - least, 3)):
            state = self.read(tree, state)
            self.free[state].add(after)
        return after

    def ways(self, state: int, seen: frozenset[int] = frozenset()) -> Iterator[int]:
        """Every state that this one may become without a letter, once for each way."""
        yield state
        for other in self.free[state] - seen:
            yield from self.ways(other, seen | {state})


def _set(kind: object, value: object, letters: list[str]) -> frozenset[str]:
    if kind is op.IN:
        taken = {letter for part in value for letter in _set(*part, letters) if part[0] is not op.NEGATE}
        return frozenset(set(letters) - taken if value[0][0] is op.NEGATE else taken)
    tests = {
        op.LITERAL: lambda letter: ord(letter) == value,
        op.NOT_LITERAL: lambda letter: ord(letter) != value,
        op.ANY: lambda letter: letter != "\n",
        op.RANGE: lambda letter: value[0] <= ord(letter) <= value[1],
        op.CATEGORY: lambda letter: re.match(_CATEGORIES[value], letter) is not None,
        op.NEGATE: lambda letter: False,
    }
    return frozenset(filter(tests[kind], letters))


def _letters(tree: parser.SubPattern) -> Iterator[int]:
    """Those that the tree can tell apart."""
    for kind, value in tree:
        for name, given in value if kind is op.IN else [(kind, value)]:
            if name in (op.LITERAL, op.NOT_LITERAL):
                yield given
            elif name is op.RANGE:
                yield from (given[0] - 1, given[0], given[1], given[1] + 1)
        for part in _parts(kind, value):
            yield from _letters(part)


def _doubles(body: parser.SubPattern) -> bool:
    if len(body) == 1 and body[0][0] in _ONE:
        return False  # the usual case, and never ambiguous by itself
    if body.getwidth()[0] == 0:
        return True  # what may be empty is better not repeated
    codes = {*map(ord, "aA0_ \n，龘"), *_letters(body)}
    automaton = _Automaton([chr(code) for code in sorted(codes) if code >= 0])
    start = automaton.new()
    automaton.free[automaton.read(body, start)].add(start)
    states = {start, *(after for steps in automaton.steps.values() for _, after in steps)}
    moves = {state: [move for way in automaton.ways(state) for move in automaton.steps[way]] for state in states}
    onward: dict[object, set[object]] = defaultdict(set)
    pairs = [(state, state) for state in states]
    seen = set(pairs)
    while pairs:
        pair = here, there = pairs.pop()
        for number, (letters, after) in enumerate(moves[here]):
            for other, (same, beside) in enumerate(moves[there]):
                if not letters & same:
                    continue
                following = (after, beside)
                if following not in seen:
                    seen.add(following)
                    pairs.append(following)
                if here == there and after == beside and number != other:  # two ways to one state
                    onward[pair].add((pair, number))
                    onward[pair, number].add(following)
                onward[pair].add(following)
    return any(_loops_through(onward, (state, state)) for state in states)


def _loops_through(onward: dict[object, set[object]], pair: tuple[int, int]) -> bool:
    """Whether a way leads from a pair of one state through one of two, or through two ways, back to it."""
    reached = _reached(onward, {pair})
    apart = {place for place in reached if isinstance(place[0], tuple) or place[0] != place[1]}
    return any(pair in _reached(onward, {place}) for place in apart)


def _reached(onward: dict[object, set[object]], places: set[object]) -> set[object]:
    found: set[object] = set()
    waiting = list(places)
    while waiting:
        for place in onward.get(waiting.pop(), ()):
            if place not in found:
                found.add(place)
                waiting.append(place)
    return found
