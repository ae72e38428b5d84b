"""Any piece of any text is read without a fault, wherever it is cut."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.article import extract, read

TEXTS = [read(path.read_bytes()) for path in sorted((Path(__file__).parent / "texts").glob("*.txt"))]
LINES = [line for text in TEXTS for line in text.split("\n") if line.strip()]


@st.composite
def pieces(draw):
    """Part of a text, or some lines of several, each cut somewhere."""
    if draw(st.booleans()):
        text = draw(st.sampled_from(TEXTS))
        start = draw(st.integers(0, len(text) - 1))
        return text[start : start + draw(st.integers(1, 400))]
    lines = draw(st.lists(st.tuples(st.sampled_from(LINES), st.integers(0, 40), st.integers(1, 80)), min_size=1, max_size=6))
    return draw(st.sampled_from(["\n", ""])).join(line[start : start + length] for line, start, length in lines)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(pieces())
def test_any_piece_is_read(piece):
    found = extract(piece)
    for one in found.commitments:
        for part in (one, *one.items):
            start, end = part.place
            assert 0 <= start < end <= len(piece)


def test_texts_that_end_where_something_is_looked_for():
    for piece in ("肆局\n一、育\n二、成的项目", "市政府将办好十件实事。\n2023年办了一件。\n今年的清单里，教育方面，新建学校5所；住房方面，"):
        extract(piece)
