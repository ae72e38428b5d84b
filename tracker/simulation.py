"""A simulated half year: the ten owner agencies report on the shipped commitments, and the office does its part.

Every entry is made by the same functions that people use. What is said is
plainly invented (示例) and goes only into a database marked simulated. The
same day gives the same half year.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from tracker import database, directory, lifecycle, rounds, seeding
from tracker.access import CLERK, OFFICE, Actor
from tracker.database import Now
from tracker.deeds import (
    Books,
    Deed,
    find,
    instructing,
    items,
    naming,
    planning,
    reporting,
    retracting,
    select_deeds,
    verifying,
)
from tracker.deeds.planning import PlanChange
from tracker.errors import RuleError
from tracker.journal import Entry
from tracker.models import current
from tracker.proposal import Proposal

MONTHS = 6
_SEED = 62
_DIFFICULTIES = ("示例：经费尚未到位", "示例：用地手续办理较慢", "示例：系统接口未开放", "示例：招标流标，需重新组织")
_STAGES = ("示例：调研摸底", "示例：方案制定", "示例：试点实施", "示例：全面推开", "示例：检查验收")


def closing_days(today: date) -> list[date]:
    """The days on which the rounds close, the last of them three days ago: one in each month, for a round is named by its month."""
    last = today - timedelta(days=3)
    months = [divmod(12 * last.year + last.month - 1 - n, 12) for n in range(MONTHS - 1, 0, -1)]
    return [*(date(year, month + 1, min(last.day, 28)) for year, month in months), last]


@dataclass
class Simulation:
    """The half year ending on `today`, written on an open connection of a simulated database."""

    connection: Connection
    today: date
    tell: Callable[[int, int], None] = lambda done, total: None
    random: random.Random = field(default_factory=lambda: random.Random(_SEED))

    def __post_init__(self) -> None:
        if "simulated" not in database.marks(self.connection):
            raise RuleError("not_simulated")
        self.zone = ZoneInfo(database.marks(self.connection)["zone"])
        self.pace: dict[str, float] = {}
        self._meet()

    def _meet(self) -> None:
        self.agencies = directory.agencies(self.connection)
        self.office = directory.coordinator(self.agencies)

    def take_in(self, proposals: Iterable[Proposal], start: date) -> None:
        """Import agencies and commitments on the first day."""
        for proposal in proposals:
            plan = seeding.compare(self.connection, proposal)
            seeding.store(self.as_(self.office, start), plan, start, "demo")
            self._meet()

    def as_(self, agency: str | None, day: date) -> Books:
        """The books as that agency's clerk (the office, if it is the office) opens them on a day."""
        role = OFFICE if agency == self.office else CLERK
        at = datetime.combine(day, time(9), self.zone).astimezone(UTC)
        return Books(self.connection, Now(day, at), Actor(agency, role), self.agencies)

    def run(self, start: date) -> None:
        """Play from the day after `start`, on which the commitments were imported, to `today`."""
        days = closing_days(self.today)
        total = len(days) + 2
        self._make_books(start)
        self.tell(1, total)
        opens = start + timedelta(days=1)
        for number, closing in enumerate(days, 1):
            self._round(number, opens, closing)
            opens = closing + timedelta(days=2)  # the round is closed on the day after
            self.tell(number + 1, total)
        self._close(days[-1])
        self.tell(total, total)

    # the first weeks: name, date, fix

    def _make_books(self, start: date) -> None:
        self._name(start + timedelta(days=5))
        office = self.as_(self.office, start + timedelta(days=8))
        year_end = self.today + timedelta(days=120)
        wished: dict[PlanChange, list[Deed]] = {}
        for deed in self._deeds():
            self.pace[deed.code] = self.random.triangular(0.35, 1.35, 1.0)
            if self.random.random() < 0.2:
                continue  # stays without a deadline
            due = self.random.choice((self.today - timedelta(days=20), self.today + timedelta(days=5), self.today + timedelta(days=60), year_end))
            change = PlanChange(start_on=start, due_on=due, basis="示例文号〔1〕")
            if deed.state.title and self.random.random() < 0.4:
                change = replace(change, target=Decimal(self.random.choice((120, 300, 1000))), unit="个（示例）")
            wished.setdefault(change, []).append(deed)
        for change, deeds in wished.items():
            planning.assign(office, deeds, change)
        planning.baseline(self.as_(self.office, start + timedelta(days=12)), self._deeds(), approval="示例文号〔2〕")

    def _name(self, day: date) -> None:
        for lead in self._leads():
            clerk = self.as_(lead, day)
            unnamed = [deed for deed in select_deeds(self.connection, [lead]) if deed.state.title is None]
            share = self.random.choice((0.5, 0.8, 1.0))
            chosen = unnamed[: round(len(unnamed) * share)]
            clerk.write([naming.name_draft(clerk, deed, f"示例事项{deed.number:02}") for deed in chosen])
        deeds = self._deeds()
        [((longest, lead), _)] = Counter((deed.commitment, deed.lead) for deed in deeds).most_common(1)
        held = [deed for deed in deeds if (deed.commitment, deed.lead) == (longest, lead)]
        after = day + timedelta(days=1)
        items.add(self.as_(held[0].announced_by, after), longest, "示例事项（公布时漏列）")
        if len(held) > 1:  # what a lead drops as a duplicate goes into a deed of its own
            items.drop(self.as_(lead, after), held[-1].code, items.DUPLICATE, into=held[-2].code)

    # a month

    def _round(self, number: int, opens: date, closing: date) -> None:
        key = f"{closing:%Y-%m}"
        rounds.open_round(self.as_(self.office, opens), key, closing, opens)
        leads = self._leads()
        silent = {leads[(number * 3) % len(leads)]} if number % 2 else set()
        for lead in leads:
            if lead in silent:
                continue
            day = opens + timedelta(days=self.random.randint(10, (closing - opens).days))
            clerk = self.as_(lead, day)
            said = [self._said(clerk, deed, day) for deed in select_deeds(self.connection, [lead])]
            clerk.write([draft for draft in said if draft is not None])
        after = closing + timedelta(days=1)
        rounds.close_round(self.as_(self.office, after), key)
        self._check(after)
        self._events(number, after)

    def _said(self, clerk: Books, deed: Deed, day: date) -> Entry | None:
        """What the lead says of a deed in a round, if anything."""
        state = deed.state
        chance = self.random.random()
        done = state.status == lifecycle.COMPLETED and not state.sent_back
        if done or state.status in lifecycle.STOPPED or chance < 0.06:
            return None
        if state.progress is not None and chance < 0.14:
            return reporting.confirm_draft(clerk, deed)
        progress = self._progress(deed, day)
        if progress >= 100 and state.title is not None:
            said = {"status": lifecycle.COMPLETED, "words": "示例：任务完成，已自查"}
        elif chance > 0.94:
            said = {
                "status": lifecycle.BLOCKED, "progress": min(progress, 99), "difficulty": self.random.choice(_DIFFICULTIES),
                "ask": "示例：请协调解决", "ask_of": "示例部门", "expected_on": (state.plan.due or day) + timedelta(days=30),
            }  # fmt: skip
        elif progress == 0:
            idle = state.status in (None, lifecycle.NOT_STARTED)
            said = {"status": lifecycle.NOT_STARTED if idle else None, "words": "示例：准备中"}
        else:
            said = {
                "status": lifecycle.IN_PROGRESS, "progress": min(progress, 99), "stage": _STAGES[min(progress // 20, 4)],
                "words": "示例：按计划推进", "difficulty": "", "ask": "",
            }  # fmt: skip
        return reporting.report_draft(clerk, deed, **said)

    def _progress(self, deed: Deed, day: date) -> int:
        """What a deed of its own speed has reached: ahead of, at or behind the calendar."""
        asked = lifecycle.pace(deed.state.plan, day)
        base = float(asked) if asked is not None else 10.0 + (day.toordinal() - deed.tracked_from.toordinal()) / 2.4
        reached = int(base * self.pace.get(deed.code, 0.8) + self.random.uniform(-4, 4))
        last = deed.state.standing_progress or 0
        return max(0, last, min(reached, 100))

    def _check(self, day: date) -> None:
        """The office verifies two in three of what was reported completed, and sends one in eight back."""
        office = self.as_(self.office, day)
        for deed in self._deeds():
            state = deed.state
            if state.status != lifecycle.COMPLETED or state.verdict or deed.lead == self.office:
                continue
            chance = self.random.random()
            if chance < 0.67:
                verifying.verify(office, deed.code, confirm=chance > 0.09, words="示例：现场核实")

    # what happens once

    def _events(self, number: int, day: date) -> None:
        office = self.as_(self.office, day)
        behind = [d for d in self._deeds() if lifecycle.light(d.state.rating, day).colour == lifecycle.RED and d.lead != self.office]
        if not behind:
            return
        deed = behind[(number * 5) % len(behind)]
        if number in (2, 4, 6):
            made = instructing.instruct(office, deed.code, "示例：请查明滞后原因，提出赶进度的办法。", by=day + timedelta(days=14), leader="示例领导")
            if number != 6:
                instructing.answer(self.as_(deed.lead, day + timedelta(days=2)), made.entry.number, "示例：已增派人员，下月赶上。")
        if number in (3, 5):
            change = PlanChange(due_on=(deed.state.plan.due or day) + timedelta(days=60))
            clerk = self.as_(deed.lead, day)
            made = planning.propose(clerk, find(self.connection, deed.code), "schedule", change, reason="示例：招标流标")
            planning.decide(office, made.entry.number, number == 3, approval="示例文号〔3〕", reason="示例：应在原时限内完成")

    def _close(self, last: date) -> None:
        """A late correction and one taken back, so that the books show both."""
        reported = [d for d in self._deeds() if d.state.status == lifecycle.IN_PROGRESS and (d.state.reported_progress or 0) > 10]
        if not reported:
            return
        late, undone = reported[0], reported[-1]
        clerk = self.as_(late.lead, self.today)
        reporting.report(clerk, late.code, progress=late.state.reported_progress - 5, on=last - timedelta(days=1), words="示例：更正上期数字")
        clerk = self.as_(undone.lead, self.today)
        reporting.report(clerk, undone.code, words="示例：误填")
        retracting.retract(clerk, undone.code)

    def _deeds(self) -> list[Deed]:
        return select_deeds(self.connection, self._leads())

    def _leads(self) -> list[str]:
        leads = set(self.connection.scalars(select(current.c.lead).distinct()))
        return [code for code in self.agencies if code in leads]
