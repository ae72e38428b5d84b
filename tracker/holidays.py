"""The official calendar of mainland China: days off and make-up working days, year by year.

Each year is one notice of the General Office of the State Council, named by
title and document number. A year whose notice is not here is not guessed at:
`tracker.workdays` then counts weekends only and says so. To add a year, add
its notice.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notice says of its year.

    `off` are spans of days off, `worked` the weekend days that are worked
    instead, both as month-day (with the year where it is another one).
    """

    year: int
    number: str
    off: tuple[tuple[str, str], ...]
    worked: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"国务院办公厅关于{self.year}年部分节假日安排的通知"


NOTICES = (
    Notice(
        2021,
        "国办发明电〔2020〕27号",
        (
            ("01-01", "01-03"), ("02-11", "02-17"), ("04-03", "04-05"), ("05-01", "05-05"),
            ("06-12", "06-14"), ("09-19", "09-21"), ("10-01", "10-07"),
        ),
        ("02-07", "02-20", "04-25", "05-08", "09-18", "09-26", "10-09"),
    ),
    Notice(
        2022,
        "国办发明电〔2021〕11号",
        (
            ("01-01", "01-03"), ("01-31", "02-06"), ("04-03", "04-05"), ("04-30", "05-04"),
            ("06-03", "06-05"), ("09-10", "09-12"), ("10-01", "10-07"),
        ),
        ("01-29", "01-30", "04-02", "04-24", "05-07", "10-08", "10-09"),
    ),
    Notice(
        2023,
        "国办发明电〔2022〕16号",
        (
            ("2022-12-31", "01-02"), ("01-21", "01-27"), ("04-05", "04-05"), ("04-29", "05-03"),
            ("06-22", "06-24"), ("09-29", "10-06"),
        ),
        ("01-28", "01-29", "04-23", "05-06", "06-25", "10-07", "10-08"),
    ),
    Notice(
        2024,
        "国办发明电〔2023〕7号",
        (
            ("01-01", "01-01"), ("02-10", "02-17"), ("04-04", "04-06"), ("05-01", "05-05"),
            ("06-10", "06-10"), ("09-15", "09-17"), ("10-01", "10-07"),
        ),
        ("02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"),
    ),
    Notice(
        2025,
        "国办发明电〔2024〕12号",
        (
            ("01-01", "01-01"), ("01-28", "02-04"), ("04-04", "04-06"), ("05-01", "05-05"),
            ("05-31", "06-02"), ("10-01", "10-08"),
        ),
        ("01-26", "02-08", "04-27", "09-28", "10-11"),
    ),
    Notice(
        2026,
        "国办发明电〔2025〕7号",
        (
            ("01-01", "01-03"), ("02-15", "02-23"), ("04-04", "04-06"), ("05-01", "05-05"),
            ("06-19", "06-21"), ("09-25", "09-27"), ("10-01", "10-07"),
        ),
        ("01-04", "02-14", "02-28", "05-09", "09-20", "10-10"),
    ),
)  # fmt: skip
