"""A trait whole: every figure of it, how soon replies came, and the entries behind the headline."""

from datetime import date
from pathlib import Path

from carecompanion.domain.evidence import Measurement
from carecompanion.domain.records import Agreement
from carecompanion.domain.sample import sample_book
from carecompanion.domain.traits import Assessment
from carecompanion.domain.wording import (
    MEASURES,
    counted,
    lately_words,
    level,
    measure_words,
    response_words,
    statement,
    times,
    trait_words,
)
from carecompanion.tui.view import View
from tests.tui.care_team import TEAM, numbered
from tests.tui.driving import MIDDLE, NARROW, NOW, running
from tests.tui.every_entry import BOOK, OVERDUE, SPOKE, WAITING
from tests.tui.looking_through import back, entries, rows, take, the_list

SAMPLE = sample_book(NOW)
SMALLEST = (36, 16)


def assessment() -> Assessment:
    """The sample as it is looked at first."""
    return View().assessment(SAMPLE, NOW)


def figure(measure: Measurement) -> tuple[str, ...]:
    """What is said of a figure."""
    tally, word = measure.tally, measure.word
    if measure.checklist:
        return (f"{tally.met} of {tally.of}",)
    if word in (None, "nothing"):
        return ("nothing recorded yet",)
    return (f"too few to say, {counted(measure, tally.of)}",) if word == "too_few" else (times(tally), level(word))


async def test_every_measure_of_each_trait_is_there_by_its_words_and_figure_with_lately_and_the_entries(
    tmp_path: Path,
) -> None:
    shown: set[str] = set()
    async with running(tmp_path / "j", SAMPLE, size=MIDDLE) as session:
        await session.press("3")
        for trait in assessment().traits:
            take(session, trait.id)
            await session.press("enter")
            assert session.says(f"{trait_words(trait).name} {trait_words(trait).meaning}")
            said = {key: " ".join(words.split()) for key, words in rows(session) if key}
            for measure in trait.measurements:
                row = said[f"measure:{measure.id}"]
                assert measure_words(measure).said in row
                assert [words for words in figure(measure) if words not in row] == []
                shown.add(measure.id)
            every = " ".join(" ".join(words.split()) for _, words in rows(session))
            assert lately_words(trait.headline) in every
            assert f"behind “{statement(trait.headline)}”" in every
            headline = trait.headline
            behind = [each.record.id for each in headline.counted] + [each.record.id for each in headline.excluded]
            assert sorted(entry_id for entry_id, _ in entries(session)) == sorted(behind)
            await session.press("escape")
    assert shown >= set(MEASURES)


async def test_accessible_has_the_checklist_and_how_soon_replies_came_in_words_and_as_a_strip(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK, size=(90, 80)) as session:
        await session.press("3")
        take(session, "accessible")
        await session.press("enter")
        for line in ("● A way to get in touch", "● A reply time", "● Who covers when they are away"):
            assert session.says(line)
        assert session.says("○ What to do when it is urgent: not yet")
        assert session.says(response_words(View().assessment(BOOK, NOW).response_time))
        assert session.says("● answered ○ later than agreed · no answer")
        assert session.says("┃ agreed 24 hours")
        names = next(line for line in session.text.splitlines() if "at once" in line)
        line = next(line for line in session.text.splitlines() if "──┃──" in line)
        assert line.index("┃") == names.index("1 day")


async def test_the_agreed_time_of_the_strip_is_what_most_of_the_contacts_had(tmp_path: Path) -> None:
    soon = Agreement(id=numbered(29), starts_on=date(2026, 3, 1), reply_within=4, reply_unit="hours")
    async with running(tmp_path / "j", BOOK.keeping(soon), size=(90, 80)) as session:
        await session.press("3")
        take(session, "accessible")
        await session.press("enter")
        assert session.says("agreed 24 hours")
        assert not session.says("agreed 4 hours")


async def test_enter_opens_the_figure_or_entry_in_hand_and_back_keeps_it_in_hand(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await session.press("3")
        take(session, "accessible")
        await session.press("enter")
        assert session.says("enter see the entries")
        for key, opened in (
            (
                "measure:replied_in_time",
                "the 5 contacts behind “Replied in time 2 of 5 times”, and 5 left out",
            ),
            ("measure:settled", "the 2 replies behind “The reply settled it: too few to say"),
            ("measure:response", "Replies typically came in 3 days."),
            (f"entry:{OVERDUE.id}", "never answered"),
            (f"entry:{WAITING.id}", "still waiting"),
            (f"entry:{SPOKE.id}", "spoke at once"),
        ):
            take(session, key)
            held = the_list(session).key_in_hand
            await session.press("enter")
            await session.until(opened)
            await back(session)
            assert the_list(session).key_in_hand == held
        assert session.says("enter open o leave out")


async def test_no_figure_is_cut_in_a_narrow_window(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE, size=NARROW) as session:
        await session.press("3")
        for trait in ("organisation", "accessible"):
            take(session, trait)
            await session.press("enter")
            for size in (NARROW, SMALLEST):
                await session.pilot.resize_terminal(*size)
                await session.settle()
                figures = [words for key, words in rows(session) if key and key.startswith("measure:")]
                assert [words for words in figures if "…" in words] == []
            await session.press("escape")


async def test_whoever_has_no_entries_yet_reads_that_and_is_offered_no_key_for_them(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("3", "enter")
        assert session.says("A word shows here once 5 visits count.")
        assert session.says("There are no entries in this time.")
        assert not session.says("o leave out")
        await session.press("o")
        assert not session.book.left_out
