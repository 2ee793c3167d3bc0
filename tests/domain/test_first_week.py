"""The hints of the first week: one a day, from the first day on, until it is over or they are turned off."""

from datetime import date, timedelta

import pytest

from carecompanion.domain.first_week import BEGAN_ON, HINTS, HINTS_WANTED, PUT_OFF_ON, hint
from carecompanion.tui.keymap import BY_ID

FIRST = date(2026, 2, 27)
BEGUN = {BEGAN_ON: FIRST.isoformat()}


@pytest.mark.parametrize(("days", "number"), [(-1, None), (0, 0), (1, 1), (6, 6), (7, None), (700, None)])
def test_each_day_of_the_week_has_one(days: int, number: int | None) -> None:
    assert hint(BEGUN, FIRST + timedelta(days=days)) == (None if number is None else HINTS[number])


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {BEGAN_ON: ""},
        {BEGAN_ON: "soon"},
        {**BEGUN, HINTS_WANTED: "no"},
        {**BEGUN, PUT_OFF_ON: FIRST.isoformat()},
    ],
)
def test_there_is_none_before_it_has_begun_or_when_none_is_wanted(chosen: dict[str, str]) -> None:
    assert hint(chosen, FIRST) is None


def test_what_is_put_off_is_put_off_for_that_day_alone() -> None:
    chosen = {**BEGUN, PUT_OFF_ON: FIRST.isoformat(), HINTS_WANTED: "yes"}
    assert hint(chosen, FIRST + timedelta(days=1)) == HINTS[1]


def test_each_names_the_key_of_its_act() -> None:
    assert len(HINTS) == 7
    for each in HINTS:
        key = BY_ID[each.act].shown
        assert each.words.format_map({name: BY_ID[name].shown for name in BY_ID}).startswith(f"{key} ")
