"""Who is asking, and what they may do: one table.

With SQLite, roles prevent mistakes, not forgery: whoever can write the file
can write anything, and the hash chain shows it afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.errors import NotAllowed

CLERK, OFFICE, VERIFIER, LEADER = "clerk", "office", "verifier", "leader"
ROLES = (CLERK, OFFICE, VERIFIER, LEADER)

# How far a permission reaches.
OWN = "own"  # deeds that the agency leads
CHECKS = "checks"  # deeds that it verifies, never one it leads
ANY = "any"

PERMISSIONS: dict[str, dict[str, str]] = {
    # what the lead says
    "report": {CLERK: OWN, OFFICE: ANY},
    "confirm": {CLERK: OWN, OFFICE: ANY},
    "answer": {CLERK: OWN, OFFICE: ANY},
    # making the books
    "name": {CLERK: OWN, OFFICE: ANY},
    "add": {CLERK: OWN, OFFICE: ANY},
    "drop": {CLERK: OWN, OFFICE: ANY},
    "assign": {CLERK: OWN, OFFICE: ANY},
    "propose": {CLERK: OWN, OFFICE: ANY},
    "handout": {CLERK: OWN, OFFICE: ANY},
    # what was checked
    "verify": {CLERK: CHECKS, OFFICE: CHECKS, VERIFIER: CHECKS},
    # the office's own work
    "import": {OFFICE: ANY},
    "directory": {OFFICE: ANY},
    "baseline": {OFFICE: ANY},
    "decide": {OFFICE: ANY},
    "round": {OFFICE: ANY},
    "remind": {OFFICE: ANY},
    "instruct": {OFFICE: ANY},
    "issue": {OFFICE: ANY},
    "rebuild": {OFFICE: ANY},
    # everybody
    "retract": {CLERK: OWN, OFFICE: ANY, VERIFIER: CHECKS},
    "read": {CLERK: ANY, OFFICE: ANY, VERIFIER: ANY, LEADER: ANY},
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking: an agency by its code, a role, a person if named, and the door they came through.

    Doors: cli, sheet, line, import. `sender` names who sent a relayed line.
    """

    agency: str | None
    role: str
    person: str | None = None
    door: str = "cli"


def reach(actor: Actor, act: str) -> str | None:
    """How far `actor` may do `act`: own, checks, any, or None."""
    return PERMISSIONS[act].get(actor.role)


def may(actor: Actor, act: str, lead: str | None, verifier: str | None = None) -> bool:
    """Whether the actor may do this to a deed with that lead and that verifying agency."""
    far = reach(actor, act)
    if far is None:
        return False
    if far == ANY:
        return True
    if far == CHECKS:
        return actor.agency is not None and actor.agency == verifier and actor.agency != lead
    return actor.agency == lead


def require(actor: Actor, act: str, deed: str, lead: str | None, verifier: str | None = None) -> None:
    """Raise NotAllowed, saying who may, unless the actor may do this to the deed."""
    if may(actor, act, lead, verifier):
        return
    if actor.role == LEADER:
        raise _reads(act)
    if set(PERMISSIONS[act]) == {OFFICE}:
        raise NotAllowed("office_only", act=act)
    far = reach(actor, act)
    if far is None:
        raise NotAllowed("role_cannot", role=actor.role, act=act)
    if far == CHECKS:
        key = "verify_own" if actor.agency == lead else "verify_not_yours"
        key = key if verifier else "verify_nobody"
        raise NotAllowed(key, deed=deed, verifier=verifier or "–", lead=lead)
    raise NotAllowed("deed_of_another", deed=deed, lead=lead, agency=actor.agency)


def require_role(actor: Actor, act: str) -> None:
    """Raise NotAllowed unless the actor may do this to anything at all."""
    if reach(actor, act) != ANY:
        raise _reads(act) if actor.role == LEADER else NotAllowed("office_only", act=act)


def require_some(actor: Actor, act: str) -> None:
    """Raise NotAllowed where there is no deed at all that the actor may do this to."""
    if reach(actor, act) is None:
        require(actor, act, "", None)


def _reads(act: str) -> NotAllowed:
    """The refusal of a leader, which names the roles that may."""
    return NotAllowed("leader_reads", act=act, roles=tuple(PERMISSIONS[act]))
