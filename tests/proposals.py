"""Proposals to test with, and their faults."""

from __future__ import annotations

import pytest

from tracker.errors import BadInput
from tracker.proposal import loads

HEAD = "format: practical-deeds/1\nsource: {key: s}\n"
WHOLE = """\
format: practical-deeds/1
agencies:
  - code: SCJG
    name: 省市场监管局
    full_name: 某省市场监督管理局
    name_en: Administration for Market Regulation
    aliases: [省市场监督管理局]
    coordinates: true
    origin: test
source:
  key: s-2021
  title: null
  publisher: 某网
  published_on: 2021-06-01
  year: 2021
  year_basis: 推断
  sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
  url: https://example.org/a
commitments:
  - key: scjg-1
    agency: SCJG
    agency_name: 省市场监管局
    name: “为民办实事”任务清单
    kind: list
    declared: 62
    approximate: false
    fields: [食品安全, no, 12:30, 5.10]
    joint: [某市机关工委]
    theme: 立足于服务民生
    starts: {month: 2, day: 29}
    place: [10, 20]
    due: 2021-12-31
    due_basis: 年底
    pattern: counted-fields
    confidence: sure
    reason: 原文如此
    items:
      - {key: "1", title: 第一件, place: [12, 15], target: {quantity: 5.10, unit: 万套}, due: 2021-06-30}
      - {key: 2, title: "true"}
context:
  - {name: 三服务, agency: SCJG, place: [1, 4], reason: 抓手}
left_out:
  - {name: 旧事, reason: 已办完}
"""


def faults(text: str, **how) -> list[str]:
    """`line:column: path: what is wrong` of every fault, without the file's name."""
    with pytest.raises(BadInput) as caught:
        loads(text, "f.yaml", **how)
    assert caught.value.key == "errors.proposal_invalid"
    assert caught.value.values["count"] == len(caught.value.problems)
    assert all(line.startswith("f.yaml:") for line in caught.value.problems)
    return [line.removeprefix("f.yaml:") for line in caught.value.problems]


def commitment(fields: str = "", items: str = "") -> str:
    """A file with one commitment, in lines 4 and following."""
    text = HEAD + "commitments:\n  - key: c\n    agency: KJT\n    name: 行动\n"
    if "kind:" not in fields:
        text += "    kind: list\n"
    return text + "".join(f"    {line}\n" for line in fields.splitlines()) + (f"    items:\n{items}" if items else "")
