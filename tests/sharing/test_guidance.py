"""Help now, as data and as plain lines."""

import re
import subprocess
import sys
from typing import get_args

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import Agreement, Coordination, Person
from carecompanion.domain.vocabulary import Nation
from carecompanion.sharing.guidance import ALONE, HelpLine, checked, help_lines, own_help, spoken_help
from tests.domain.given import at, book, day, new

COMMON = ("999, or go to A&E", "Samaritans 116 123", "Text SHOUT to 85258")


def rings(nation: Nation | None) -> list[str]:
    return [line.ring for group in help_lines(nation) for line in group.lines]


@pytest.mark.parametrize(
    ("nation", "own"),
    [
        ("england_and_wales", ["NHS 111, then 2"]),
        ("scotland", ["NHS 24 on 111", "Breathing Space 0800 83 85 87"]),
        ("northern_ireland", ["Lifeline 0808 808 8000", "Lifeline 18001 0808 808 8000"]),
    ],
)
def test_a_nation_has_its_own_numbers_between_999_and_those_of_everywhere(nation: Nation, own: list[str]) -> None:
    assert rings(nation) == [COMMON[0], *own, *COMMON[1:]]
    assert len(help_lines(nation)) == 1


def test_without_a_nation_every_nation_has_a_heading_and_the_common_numbers_come_first() -> None:
    groups = help_lines(None)
    assert [group.heading for group in groups] == ["", "England and Wales", "Scotland", "Northern Ireland"]
    assert tuple(line.ring for line in groups[0].lines) == COMMON
    assert sorted(rings(None)) == sorted({ring for nation in get_args(Nation) for ring in rings(nation)})


def test_a_number_read_in_an_older_source_says_so() -> None:
    lines = [line for group in help_lines("scotland") for line in group.lines]
    older = HelpLine("Breathing Space 0800 83 85 87", "hours vary (older source, not checked)")
    assert [line for line in lines if "older source" in line.what] == [older]


def test_the_month_of_checking_is_said() -> None:
    assert re.match(r"Checked against public pages in [A-Z][a-z]+ 20\d\d\. ", checked())


def test_the_plain_lines_hold_every_number_and_say_that_the_program_contacts_nobody() -> None:
    text = spoken_help().splitlines()
    for ring in rings(None):
        assert any(line.startswith(f"{ring}: ") for line in text)
    assert text[-2:] == [ALONE, checked()]


def test_help_needs_neither_the_screens_nor_the_file() -> None:
    code = (
        "import sys; from carecompanion.sharing.guidance import spoken_help; spoken_help();"
        "print([name for name in ('textual', 'sqlcipher3', 'rich') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_persons_own_plan_says_what_was_agreed_then_whom_to_ring() -> None:
    dana = new(Person, name="Dana Whitfield", role="CPN", phone="01632 960 480", text_number="07700 900 123")
    desk = new(Person, name="Duty desk", role="", phone="01632 960 400")
    held = new(Coordination, person_id=dana.id, began_on=day("2026-01-01"))
    agreed = new(Agreement, starts_on=day("2026-01-01"), urgent_route="Ring the\nduty desk", cover="the duty desk")
    own = own_help(book(dana, desk, held, agreed, team=()), at("2026-03-12 14:20"))
    assert [(line.ring, line.what) for group in own for line in group.lines] == [
        ("If it is urgent", "Ring the duty desk"),
        ("Dana 01632 960 480", "your care co-ordinator"),
        ("Text Dana 07700 900 123", "your care co-ordinator"),
        ("Duty desk 01632 960 400", "when they are away"),
    ]


def test_without_anything_of_ones_own_there_is_no_heading_for_it() -> None:
    nobody_to_ring = new(Person, name="Ade Bello", role="", phone=" ")
    held = new(Coordination, person_id=nobody_to_ring.id, began_on=day("2026-01-01"))
    assert own_help(Book(), at("2026-03-12 14:20")) == ()
    assert own_help(book(nobody_to_ring, held, team=()), at("2026-03-12 14:20")) == ()
