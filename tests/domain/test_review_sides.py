"""What is going well and what could be better: one rule, read from both ends."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Counted
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Appointment
from carecompanion.domain.review_sides import Matter, sides
from carecompanion.domain.tally import Verdict
from carecompanion.domain.traits import Assessment, TraitAssessment, assess
from carecompanion.domain.vocabulary import Answer
from tests.domain.given import TEAM, new, utc
from tests.domain.lively import NOW, lively_books

DAYS = Period(date(2026, 1, 1), date(2026, 4, 8))
OPPOSITE: dict[Verdict, Verdict] = {"met": "missed", "partly": "partly", "missed": "met"}
OTHERWISE: dict[Answer, Answer] = {"yes": "no", "partly": "partly", "no": "yes"}
ASKED = ("listened", "comfortable", "kind_to_me", "knew_latest", "next_known")


def visits(**answers: str) -> Book:
    """A visit a day with the co-ordinator; each question answered by letters: y, p, n, and - for not at all."""
    words = {"y": "yes", "p": "partly", "n": "no", "-": None}
    book = Book().keeping(*TEAM)
    for number in range(max(map(len, answers.values()))):
        said = {name: words[letters[number]] for name, letters in answers.items() if number < len(letters)}
        at = utc("2026-01-05 10:00") + timedelta(days=number)
        book = book.keeping(new(Appointment, planned_at=at, person_id="dana", status="went_ahead", **said))
    return book


def felt(assessment: Assessment) -> Assessment:
    """Only what rests on answers alone."""
    chosen = tuple(trait for trait in assessment.traits if trait.id in ("communication", "listening", "approachable"))
    return replace(assessment, traits=chosen)


def well_and_better(book: Book) -> tuple[list[str], list[str]]:
    found = sides(felt(assess(book, DAYS, NOW)))
    return [each.measurement.id for each in found.well], [each.measurement.id for each in found.better]


def flipped(assessment: Assessment) -> Assessment:
    """The same with every verdict the other way round."""

    def other(trait: TraitAssessment) -> TraitAssessment:
        turned = tuple(
            replace(each, counted=tuple(replace(one, verdict=OPPOSITE[one.verdict]) for one in each.counted))
            for each in trait.measurements
        )
        return replace(trait, measurements=turned)

    return replace(assessment, traits=tuple(map(other, assessment.traits)))


def figures(matters: tuple[Matter, ...]) -> list[tuple[str, list[tuple[str, date]]]]:
    return [(each.measurement.id, [(one.record.id, one.on) for one in each.examples]) for each in matters]


@given(lively_books())
def test_every_verdict_the_other_way_round_swaps_the_sides(book: Book) -> None:
    assessment = assess(book, DAYS, NOW)
    before, after = sides(assessment), sides(flipped(assessment))
    assert figures(before.well) == figures(after.better)
    assert figures(before.better) == figures(after.well)


@given(lively_books())
def test_every_answer_of_a_journal_the_other_way_round_swaps_the_sides(book: Book) -> None:
    def other(visit: Appointment) -> Appointment:
        said = {name: OTHERWISE[answer] for name in ASKED if (answer := getattr(visit, name))}
        return replace(visit, **said)  # type: ignore[arg-type]  # the answers of a visit

    def asked(turned: Book) -> Assessment:
        found = felt(assess(turned, DAYS, NOW))
        names = {*ASKED, "kind"}
        only = (
            replace(trait, measurements=tuple(each for each in trait.measurements if each.id in names))
            for trait in found.traits
        )
        return replace(found, traits=tuple(only))

    turned = book.keeping(*map(other, book.appointments.values()))
    before, after = sides(asked(book)), sides(asked(turned))
    assert figures(before.well) == figures(after.better)
    assert figures(before.better) == figures(after.well)


@pytest.mark.parametrize(
    ("letters", "well", "better"),
    [
        ("yyyy", [], []),
        ("nnnn", [], []),
        ("yyyyy", ["listened"], []),
        ("nnnnn", [], ["listened"]),
        ("yynnnn", [], ["listened"]),
        ("yyyynn", ["listened"], []),
        ("yyynnn", [], []),
        ("yyppnn", [], []),
        ("yypnn-", [], []),
        ("ppppp", [], []),
        ("yyyyynn", ["listened"], []),
    ],
)
def test_one_figure_alone_stands_on_the_side_it_is_nearer_to(letters: str, well: list[str], better: list[str]) -> None:
    assert well_and_better(visits(listened=letters)) == (well, better)


def test_a_middling_figure_is_brought_up_beside_better_ones_of_other_traits() -> None:
    middling = visits(listened="yyyynn", comfortable="yyyyyy", kind_to_me="yyyyyy", knew_latest="yyyyyy")
    assert well_and_better(middling) == (["knew_latest", "comfortable", "listened"], [])


def test_one_figure_of_each_trait_goes_on_a_side_and_at_most_three() -> None:
    book = visits(listened="nnnnnn", comfortable="nnnnnn", kind_to_me="nnnnnn", knew_latest="nnnnny")
    _, better = well_and_better(book)
    assert better == ["listened", "comfortable", "knew_latest"]
    assert len(sides(assess(book, DAYS, NOW)).better) == 3


def test_examples_are_the_last_five_and_partly_ones_fill_up_to_two() -> None:
    def examples(letters: str) -> list[tuple[int, Verdict]]:
        (matter,) = sides(felt(assess(visits(listened=letters), DAYS, NOW))).better
        return [(one.on.day - 5, one.verdict) for one in matter.examples]

    assert examples("nnnnnnny") == [(6, "missed"), (5, "missed"), (4, "missed"), (3, "missed"), (2, "missed")]
    assert examples("npppp") == [(4, "partly"), (3, "partly"), (2, "partly"), (1, "partly"), (0, "missed")]


def test_every_matter_has_two_to_five_examples() -> None:
    matter = sides(felt(assess(visits(listened="ynnnn"), DAYS, NOW))).better[0]
    assert all(isinstance(each, Counted) for each in matter.examples)
    assert 2 <= len(matter.examples) <= 5
