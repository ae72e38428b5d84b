"""Books for the tests of reports: a directory, commitments and deeds of any size, and a year of reporting."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, insert, select

from tracker import database, entries, journal
from tracker.journal import Entry
from tracker.models import (
    agency,
    agency_version,
    commitment,
    commitment_version,
    deed,
    item,
    item_deed,
    item_version,
    round,
    source,
    source_version,
)
from tracker.reports.facts import facts
from tracker.reports.reading import position

SINCE = date(2021, 6, 1)
AS_OF = date(2021, 11, 30)
TODAY = date(2026, 11, 1)

AGENCIES = (
    ("SJGW", "省委省级机关工委", "中共江苏省委省级机关工作委员会", "Committee for Provincial-Level Organs"),
    ("ZJT", "省住建厅", "江苏省住房和城乡建设厅", "Department of Housing and Urban-Rural Development"),
    ("SCJG", "省市场监管局", "江苏省市场监督管理局", "Administration for Market Regulation"),
    ("RST", "省人社厅", "江苏省人力资源和社会保障厅", "Department of Human Resources and Social Security"),
    ("JYT", "省教育厅", "江苏省教育厅", "Department of Education"),
    ("GXT", "省工信厅", "江苏省工业和信息化厅", "Department of Industry and Information Technology"),
    ("MZT", "省民政厅", "江苏省民政厅", "Department of Civil Affairs"),
    ("ZRZY", "省自然资源厅", "江苏省自然资源厅", "Department of Natural Resources"),
    ("SWT", "省商务厅", "江苏省商务厅", "Department of Commerce"),
    ("KJT", "省科技厅", "江苏省科学技术厅", "Department of Science and Technology"),
)

# agency, name, kind, declared, titles
COMMITMENTS = (
    ("SJGW", "机关党建服务长三角一体化发展创新项目", "project_group", 17, ()),
    ("ZJT", "老旧小区改造", "measure", None, ("老旧小区改造",)),
    ("SCJG", "“为民办实事”任务清单", "list", 62, ()),
    ("RST", "八大民心工程", "project_group", 8, ("就业岗位扩容量“定心”", "支援企业助发展“信心”", "待遇水平稳增长“暖心”", "劳动关系促和谐“安心”", "精准帮扶送真情“爱心”")),
    ("RST", "劳动者权益保障专题活动", "activity", None, ("劳动者权益保障专题活动",)),
    ("JYT", "四大专项行动", "action_group", 4, ("学生减负", "教师减压", "心理关爱", "近视防控")),
    ("GXT", "便利群众进行新能源二手车交易", "measure", None, ("便利群众进行新能源二手车交易",)),
    ("MZT", "专项行动", "action_group", None, ("我为企业减负担", "打击整治非法社会组织")),
    ("ZRZY", "示范引领项目", "project_group", 4, ("自然资源服务保障地方高质量发展“一市一策”", "交房(交地)即发证", "解决不动产历史遗留问题", "“共绘苏乡”规划师下乡活动")),
    ("ZRZY", "清单实施方案", "list", 20, ()),
    ("SWT", "五项行动", "action_group", 5, ("挂钩基层促发展", "深入企业解难题", "服务群众献青春", "海外代表进园区", "商务服务云上行")),
    ("KJT", "七项专项行动", "action_group", 7, ("减少报表", "报销繁琐", "检查“瘦身”", "精简牌子", "精简“帽子”", "“四唯”清理", "信息共享")),
)  # fmt: skip
TWO = (("MZT", "专项行动", "action_group", None, ("我为企业减负担", "打击整治非法社会组织")),)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, 0, tzinfo=UTC)


def draft(kind: str, on: date, deed: str | None = None, known: date | None = None, **fields) -> Entry:
    """An unwritten entry; recorded on its own day unless it became `known` later."""
    return Entry(number=0, uid="", kind=kind, deed=deed, effective_on=on, recorded_at=at(known or on), **fields)


class Books:
    """A database under construction."""

    def __init__(self, connection: Connection, since: date = SINCE):
        self.connection, self.since = connection, since
        self.position = 0
        self.counts: dict[str, int] = {}
        self.codes: list[str] = []
        self.source_id = None

    def directory(self, rows=AGENCIES) -> None:
        (made,) = entries.append(self.connection, [draft(journal.IMPORT, self.since)])
        self.position = made.number
        for rank, (code, name, full, english) in enumerate(rows):
            self.connection.execute(insert(agency).values(code=code, jurisdiction="js", position=self.position))
            self.connection.execute(
                insert(agency_version).values(
                    agency=code, position=self.position, name=name, full_name=full, name_en=english,
                    aliases=[], rank=rank, coordinates=rank == 0,
                )
            )  # fmt: skip
        self.connection.execute(insert(source).values(key="jiangsu-2021"))
        self.source_id = self.connection.scalar(select(source.c.id))
        self.connection.execute(
            insert(source_version).values(
                source_id=self.source_id, position=self.position, title=None, publisher="共产党员网",
                year=2021, year_basis="文中未写年份，据党史学习教育开展时间推定", sha256="0" * 64,
            )
        )  # fmt: skip

    def commit(self, owner: str, name: str, kind: str = "list", declared: int | None = None, titles=()) -> list[str]:
        """A commitment with its items and deeds; returns the codes of the deeds."""
        number = self.counts[owner] = self.counts.get(owner, 0) + 1
        code = f"{owner}-{number}"
        key = code.lower()
        (made,) = entries.append(self.connection, [draft(journal.IMPORT, self.since)])
        self.position = made.number
        self.connection.execute(insert(commitment).values(source_id=self.source_id, key=key, code=code))
        id_ = self.connection.scalar(select(commitment.c.id).where(commitment.c.code == code))
        self.connection.execute(
            insert(commitment_version).values(
                commitment_id=id_, position=self.position, agency=owner, name=name, kind=kind, declared=declared,
                fields=[], joint=[], span_start=100 * number, span_end=100 * number + 40,
            )
        )  # fmt: skip
        size = max(declared or 0, len(titles), 1)
        numbers = range(1, size + 1)
        self.connection.execute(
            insert(item),
            [{"commitment_id": id_, "key": str(n), "number": n, "position": self.position} for n in numbers],
        )
        self.connection.execute(
            insert(deed),
            [
                {"code": f"{code}-{n}", "commitment_id": id_, "number": n, "tracked_from": self.since, "position": self.position}
                for n in numbers
            ],
        )
        items = dict(self.connection.execute(select(item.c.number, item.c.id).where(item.c.commitment_id == id_)).all())
        deeds = dict(self.connection.execute(select(deed.c.number, deed.c.id).where(deed.c.commitment_id == id_)).all())
        self.connection.execute(
            insert(item_deed), [{"item_id": items[n], "deed_id": deeds[n], "position": self.position} for n in numbers]
        )
        named = dict(enumerate(titles, 1))
        versions = [
            {"item_id": items[n], "position": self.position, "title": named.get(n),
             "span_start": 10 * n if n in named else None, "span_end": 10 * n + 4 if n in named else None}
            for n in numbers
        ]  # fmt: skip
        self.connection.execute(insert(item_version), versions)
        verifier = "SJGW" if owner != "SJGW" else None
        written = [
            draft(journal.OWNERS, self.since, f"{code}-{n}", lead=owner, verifier=verifier, door="import") for n in numbers
        ]
        written += [
            draft(journal.TITLE, self.since, f"{code}-{n}", title=title, door="import") for n, title in enumerate(titles, 1)
        ]
        self.write(written)
        made = [f"{code}-{n}" for n in numbers]
        self.codes += made
        return made

    def write(self, drafts) -> list[Entry]:
        return entries.append(self.connection, list(drafts))

    def round(self, key: str, opens: date, closes: date, closed: bool = True) -> None:
        (opened,) = self.write([draft(journal.ROUND_OPEN, opens, round=key, start_on=opens, by_on=closes)])
        ended = self.write([draft(journal.ROUND_CLOSE, closes, round=key, about=opened.number)])[0].number if closed else None
        self.connection.execute(
            insert(round).values(key=key, opens_on=opens, closes_on=closes, opened=opened.number, closed=ended)
        )


def make(url: str, fill=None, simulated: bool = False, commitments=COMMITMENTS, agencies=AGENCIES):
    """A new database at `url`, filled; returns its engine."""
    engine = database.open_engine(url)
    database.create(engine, simulated=simulated)
    with database.writing(engine) as connection:
        books = Books(connection)
        books.directory(agencies)
        for owner, name, kind, declared, titles in commitments:
            books.commit(owner, name, kind, declared, titles)
        if fill:
            fill(books)
    return engine


def facts_of(engine, as_of: date = AS_OF, known_at: int | None = None):
    with database.reading(engine) as connection:
        return facts(connection, as_of, known_at or position(connection, None), TODAY)


def half_year(books: Books, dated: bool = True, until: date = date(2021, 11, 30)) -> None:
    """Everything that can happen to a deed, spread over all of them by fixed rules."""
    written: list[Entry] = []
    plain = lambda d, n: d % n == 0  # noqa: E731
    for place, code in enumerate(books.codes):
        owner = code.split("-")[0]
        name_on = books.since + timedelta(days=10 + place % 60)
        if owner in ("SCJG", "ZRZY", "SJGW", "RST") and not plain(place, 9):
            written.append(draft(journal.TITLE, name_on, code, title=TOPICS[place % len(TOPICS)], agency=owner, role="clerk"))
        if dated and not plain(place, 11):
            start = books.since + timedelta(days=place % 20)
            due = date(2021, 9, 30) + timedelta(days=(place * 7) % 150)
            written.append(draft(journal.SCHEDULE, books.since + timedelta(days=15), code, start_on=start, due_on=due, basis="定账会议", agency=owner))
    for code in books.codes:
        written.append(draft(journal.BASELINE, date(2021, 7, 20), code, basis="定账"))
    written.sort(key=lambda e: e.effective_on)
    books.write(written)
    fixed = {(e.deed, e.kind): e for e in written}
    reports: list[Entry] = []
    for place, code in enumerate(books.codes):
        owner = code.split("-")[0]
        named = (code, journal.TITLE) in fixed or owner not in ("SCJG", "ZRZY", "SJGW")
        for month in range(7, 12):
            day = date(2021, month, 5 + place % 20)
            if day > until or plain(place + month, 7) or plain(place, 13):
                continue
            progress = min((month - 6) * (12 + place % 17), 99)
            fields = {"status": "in_progress", "progress": progress, "stage": STAGES[(place + month) % len(STAGES)]}
            if plain(place, 10) and month >= 9:
                fields |= {
                    "status": "blocked", "progress": min(progress, 60), "difficulty": DIFFICULTIES[place % len(DIFFICULTIES)],
                    "ask": ASKS[place % len(ASKS)], "ask_of": "统筹单位", "expected_on": date(2022, 1, 20),
                }  # fmt: skip
            elif progress >= 90 and named:
                fields = {"status": "completed", "progress": 100, "note": "已全部完成。"}
            elif progress >= 90:
                fields["progress"] = 90
            reports.append(draft(journal.PROGRESS, day, code, agency=owner, role="clerk", **fields))
            if fields["status"] == "completed":
                break
    reports.sort(key=lambda e: e.effective_on)
    made = books.write(reports)
    findings = []
    for entry in made:
        if entry.status == "completed" and entry.number % 3 and entry.agency != "SJGW":
            verdict = journal.REJECT if entry.number % 8 == 1 else journal.CONFIRM
            findings.append(
                draft(journal.FINDING, min(entry.effective_on + timedelta(days=4), until), entry.deed, about=entry.number, verdict=verdict, agency="SJGW",
                      role="verifier", note="现场核实，资料不全，退回整改。" if verdict == journal.REJECT else "现场核实，属实。")
            )  # fmt: skip
    books.write(findings)
    if dated:
        changed = [code for code in books.codes if (code, journal.SCHEDULE) in fixed][3::25]
        books.write(
            draft(journal.SCHEDULE, date(2021, 10, 10), code, start_on=fixed[code, journal.SCHEDULE].start_on,
                  due_on=date(2022, 3, 31), reason="受疫情防控影响，施工延期", approval="〔2021〕8号", basis="批复", agency="SJGW")
            for code in changed
        )  # fmt: skip
    books.write([
        draft(journal.INSTRUCTION, date(2021, 10, 20), books.codes[20 % len(books.codes)], by_on=date(2021, 11, 15), person="分管领导", role="leader", note="请抓紧研究，月内拿出办法。"),
        draft(journal.INSTRUCTION, date(2021, 10, 22), books.codes[90 % len(books.codes)], by_on=date(2021, 12, 15), person="分管领导", role="leader", note="请按时完成。"),
    ])  # fmt: skip
    books.round("2021-10", date(2021, 10, 1), date(2021, 10, 31))


TOPICS = ("食品小作坊登记便利化", "老年人手机应用适老化改造服务进社区", "电梯应急处置平台县区全覆盖", "校园食堂“互联网+明厨亮灶”建设", "民用计量器具免费检定", "企业开办全程网上办", "消费维权站点建设", "不动产登记“全省通办”", "地质灾害隐患点治理", "跨省通办事项扩面")
STAGES = ("方案制定", "组织实施", "中期检查", "收尾验收")
DIFFICULTIES = ("配套资金尚未到位", "跨部门数据接口未开放，需省大数据管理中心协调", "施工受疫情防控影响，工期顺延")
ASKS = ("请协调财政部门明确资金拨付时间", "请召集数据共享协调会")
