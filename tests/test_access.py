"""Who may do what: the table cell by cell, and a refusal that says who may."""

from __future__ import annotations

import pytest

from tracker import access
from tracker.access import ROLES, Actor, may, reach, require, require_role
from tracker.errors import NotAllowed

# One line an act, one column a role; own: deeds it leads, checks: verifies and does not lead,
# any: all deeds.
TABLE = """
             clerk   office  verifier  leader
report       own     any     -         -
confirm      own     any     -         -
answer       own     any     -         -
name         own     any     -         -
add          own     any     -         -
drop         own     any     -         -
assign       own     any     -         -
propose      own     any     -         -
handout      own     any     -         -
verify       checks  checks  checks    -
import       -       any     -         -
directory    -       any     -         -
baseline     -       any     -         -
decide       -       any     -         -
round        -       any     -         -
remind       -       any     -         -
instruct     -       any     -         -
issue        -       any     -         -
rebuild      -       any     -         -
retract      own     any     checks    -
read         any     any     any       any
"""


def cells() -> list[tuple[str, str, str | None]]:
    roles, *rows = (line.split() for line in TABLE.strip().splitlines())
    return [(act, role, None if far == "-" else far) for act, *cells in rows for role, far in zip(roles, cells, strict=True)]


@pytest.mark.parametrize(("act", "role", "far"), cells())
def test_the_table(act, role, far):
    assert reach(Actor("AAA", role), act) == far


def test_the_table_is_whole():
    assert {act for act, _, _ in cells()} == set(access.PERMISSIONS)
    assert {role for _, role, _ in cells()} == set(ROLES)


# A deed that LEAD leads, HELP supports and CHECK verifies, seen by the agency …
FITS = {
    "own": {"LEAD"},
    "checks": {"CHECK"},
    "any": {"LEAD", "HELP", "CHECK", "OTHER", None},
    None: set(),
}


@pytest.mark.parametrize(("act", "role", "far"), cells())
def test_each_cell_on_each_deed(act, role, far):
    for agency in FITS["any"]:
        actor = Actor(agency, role)
        allowed = may(actor, act, "LEAD", "CHECK")
        assert allowed == (agency in FITS[far]), agency
        if allowed:
            require(actor, act, "X-1-1", "LEAD", "CHECK")
        else:
            with pytest.raises(NotAllowed) as caught:
                require(actor, act, "X-1-1", "LEAD", "CHECK")
            assert caught.value.exit_code == 6


@pytest.mark.parametrize("role", ROLES)
def test_nobody_verifies_their_own(role):
    """Also not where an agency was made the verifier of what it leads."""
    assert not may(Actor("LEAD", role), "verify", "LEAD", "LEAD")


def test_nobody_verifies_what_has_no_verifier():
    assert not may(Actor(None, "office"), "verify", "LEAD", None)


@pytest.mark.parametrize(
    ("actor", "act", "key"),
    [
        (Actor("LEAD", "leader"), "report", "leader_reads"),
        (Actor("LEAD", "clerk"), "decide", "office_only"),
        (Actor("LEAD", "verifier"), "round", "office_only"),
        (Actor("LEAD", "verifier"), "report", "role_cannot"),
        (Actor("OTHER", "clerk"), "report", "deed_of_another"),
        (Actor("LEAD", "clerk"), "verify", "verify_own"),
        (Actor("OTHER", "office"), "verify", "verify_not_yours"),
        (Actor("OTHER", "verifier"), "retract", "verify_not_yours"),
    ],
)
def test_a_refusal_says_who_may(actor, act, key):
    with pytest.raises(NotAllowed, match=key):
        require(actor, act, "X-1-1", "LEAD", "CHECK")


@pytest.mark.parametrize(("act", "role", "far"), cells())
def test_what_concerns_no_single_deed(act, role, far):
    if far == "any":
        require_role(Actor("AAA", role), act)
    else:
        with pytest.raises(NotAllowed, match="leader_reads" if role == "leader" else "office_only"):
            require_role(Actor("AAA", role), act)
