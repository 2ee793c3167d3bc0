import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecompanion.domain.tally import Interval, Tally, difference, interval, lately, sureness, word

Z95 = 1.959964


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    of = draw(st.integers(0, 400))
    met = draw(st.integers(0, of))
    return Tally(met, draw(st.integers(0, of - met)), of)


@pytest.mark.parametrize(
    ("met", "of", "lower", "upper"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_wilson_interval_agrees_with_newcombe_1998_table_i(met: int, of: int, lower: float, upper: float) -> None:
    """Newcombe 1998, Statistics in Medicine 17:857, method 3."""
    found = interval(Tally(met, 0, of), Z95)
    assert found is not None
    assert (round(found.lower, 4), round(found.upper, 4)) == (lower, upper)


@pytest.mark.parametrize(
    ("met", "of", "lower", "upper", "expected"),
    [
        (9, 12, 0.5667, 0.8731, "usually"),
        (7, 10, 0.4974, 0.8462, "sometimes"),
        (5, 5, 0.7527, 1.0, "almost_always"),
        (0, 5, 0.0, 0.2473, "hardly_ever"),
        (4, 4, 0.7089, 1.0, "too_few"),
        (0, 4, 0.0, 0.2911, "too_few"),
        (1, 6, 0.0513, 0.4253, "less_than_half"),
    ],
)
def test_the_word_follows_from_the_interval(met: int, of: int, lower: float, upper: float, expected: str) -> None:
    found = interval(Tally(met, 0, of))
    assert found is not None
    assert (round(found.lower, 4), round(found.upper, 4)) == (lower, upper)
    assert word(Tally(met, 0, of)) == expected


def test_nothing_has_no_interval_and_says_so() -> None:
    assert interval(Tally(0, 0, 0)) is None
    assert word(Tally(0, 0, 0)) == "nothing"


def test_partly_counts_as_a_half() -> None:
    assert Tally(4, 2, 9).share == 5 / 9
    assert Tally(4, 2, 9).missed == 3
    assert interval(Tally(4, 2, 9)) == interval(Tally(5, 0, 9))


@pytest.mark.parametrize(
    ("width", "expected"),
    [(0.0, "sure"), (0.25, "sure"), (0.2500001, "fairly_sure"), (0.4, "fairly_sure"), (0.4000001, "not_sure_yet")],
)
def test_how_sure_follows_from_the_width(width: float, expected: str) -> None:
    assert sureness(Interval(0.0, width)) == expected


@pytest.mark.parametrize(
    ("present", "before", "lower", "upper"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_the_difference_agrees_with_newcombe_1998_table_ii(
    present: tuple[int, int], before: tuple[int, int], lower: float, upper: float
) -> None:
    """Newcombe 1998, Statistics in Medicine 17:873, method 10, contrasts (a), (b), (g) and (h)."""
    found = difference(Tally(present[0], 0, present[1]), Tally(before[0], 0, before[1]), Z95)
    assert found is not None
    assert (round(found.lower, 4), round(found.upper, 4)) == (lower, upper)


@pytest.mark.parametrize(
    ("present", "before", "expected"),
    [
        (Tally(10, 0, 10), Tally(2, 0, 10), "better"),
        (Tally(2, 0, 10), Tally(10, 0, 10), "not_as_good"),
        (Tally(7, 0, 10), Tally(6, 0, 10), "about_the_same"),
        (Tally(5, 0, 5), Tally(0, 0, 5), "better"),
        (Tally(4, 0, 4), Tally(0, 0, 5), None),
        (Tally(5, 0, 5), Tally(0, 0, 4), None),
        (Tally(5, 0, 5), Tally(0, 0, 0), None),
    ],
)
def test_lately_needs_five_on_both_sides(present: Tally, before: Tally, expected: str | None) -> None:
    assert lately(present, before) == expected


@given(tallies())
def test_an_interval_lies_within_0_to_1_around_its_share(tally: Tally) -> None:
    found = interval(tally)
    assert found is None or (0 <= found.lower <= tally.share + 1e-12 and tally.share - 1e-12 <= found.upper <= 1)


@given(tallies(), tallies())
def test_better_turned_round_is_not_as_good(one: Tally, other: Tally) -> None:
    opposite = {"better": "not_as_good", "not_as_good": "better", "about_the_same": "about_the_same", None: None}
    assert lately(other, one) == opposite[lately(one, other)]
