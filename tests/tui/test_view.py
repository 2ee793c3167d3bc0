"""Over which days, and in whose time, the traits are looked at."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from carecompanion.domain.book import Book
from carecompanion.domain.records import Coordination
from carecompanion.domain.sample import sample_book
from carecompanion.tui.view import View
from tests.tui.care_team import ADES_TIME, DANA, DANAS_TIME, TEAM, YESTERDAY, numbered
from tests.tui.driving import NARROW, NOW, running
from tests.tui.looking_through import take


def periods(book: Book) -> list[str]:
    """The words of seven choices one after the other."""
    view, words = View(), []
    for _ in range(7):
        words.append(view.period_words)
        view.next_period(book, NOW)
    return words


def whose(book: Book) -> list[str]:
    """Whose time comes when, four times."""
    view, words = View(), []
    for _ in range(4):
        words.append(view.whose_words(book, NOW))
        view.next_whose(book, NOW)
    return words


def test_the_periods_go_round_passing_over_a_review_there_was_not() -> None:
    longer = ["last 6 months", "last 12 months"]
    assert periods(TEAM) == ["last 3 months", *longer, "everything", "last 30 days", "last 3 months", *longer[:1]]
    assert "since the last review" in periods(sample_book(NOW))


def test_whose_time_goes_from_now_to_before_to_everyone_and_round() -> None:
    now, before = "Dana Whitfield, care co-ordinator", "Ade Bello, care co-ordinator before"
    assert whose(TEAM) == [now, before, "Everyone who was your care co-ordinator", now]


def test_where_nobody_is_chosen_only_everyone_is_there() -> None:
    assert whose(Book()) == ["No care co-ordinator is written down yet"] * 4
    alone = replace(TEAM, coordinations={DANAS_TIME.id: DANAS_TIME})
    assert whose(alone)[1] == "Everyone who was your care co-ordinator"


def test_without_a_co_ordinator_now_everyone_is_looked_at_first() -> None:
    ended = replace(DANAS_TIME, ended_on=date(2026, 3, 1))
    between = replace(TEAM, coordinations={each.id: each for each in (ADES_TIME, ended)})
    assert whose(between)[:2] == ["Everyone who was your care co-ordinator", "Dana Whitfield, care co-ordinator before"]


def test_a_choice_that_is_no_longer_there_gives_way_to_the_usual() -> None:
    view = View(whose="before")
    assert view.whose_words(replace(TEAM, coordinations={DANAS_TIME.id: DANAS_TIME}), NOW).startswith("Dana Whitfield")


async def test_days_and_whose_time_are_the_same_on_the_cards_in_a_trait_and_behind_its_figures(tmp_path: Path) -> None:
    async with running(tmp_path / "j", sample_book(NOW), size=NARROW) as session:
        await session.press("3", "p", "t")
        assert session.says("Ade Bello")
        assert session.says("last 6 months")
        await session.press("enter", "enter", "p", "t")
        assert session.says("Everyone")
        assert session.says("last 12 months")
        await session.press("escape")
        assert session.says("last 12 months")
        inside = session.text
        await session.press("escape")
        assert session.says("Everyone")
        assert session.says("last 12 months")
        assert session.says("28 of 42 times")
        take(session, "communication")
        await session.press("enter")
        assert session.text == inside


async def test_today_looks_at_the_same_time_as_the_cards_do(tmp_path: Path) -> None:
    """Somebody new began yesterday: what came before is not held against them, on either screen."""
    new = replace(DANA, id=numbered(91), name="Mo Reyes")
    began = Coordination(id=numbered(92), person_id=new.id, began_on=date(2026, 3, 11))
    ended = replace(DANAS_TIME, ended_on=date(2026, 3, 11))
    visits = (
        replace(
            YESTERDAY, id=numbered(100 + back), status="went_ahead", listened="no", planned_at=NOW - timedelta(back)
        )
        for back in range(2, 8)
    )
    async with running(tmp_path / "j", TEAM.keeping(new, ended, began, *visits)) as session:
        assert not session.says("hardly ever")
        await session.press("3")
        assert session.says("Mo Reyes, care co-ordinator")
        assert not session.says("hardly ever")
        await session.press("t")
        assert session.says("Dana Whitfield, care co-ordinator before")
        assert session.says("hardly ever")
