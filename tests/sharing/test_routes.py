"""The routes of a concern as they stand in the guidance: whole, marked where nobody checked, with their month."""

from typing import get_args

import pytest

from carecompanion.domain.vocabulary import WrittenIn
from carecompanion.sharing.routes import CHANGING, checked, route_heading, route_of, route_rows

EXPECTED = {
    "england": (
        "PALS of your trust",
        "12 months",
        "3 working days",
        "agreed with you (not checked)",
        "Parliamentary and Health Service Ombudsman, 0345 015 4033",
        "your area’s NHS complaints advocacy",
    ),
    "wales": (
        "the health board’s concerns team, or Llais",
        "12 months",
        "2 working days",
        "30 working days, a guideline",
        "Public Services Ombudsman for Wales (not checked)",
        "Llais",
    ),
    "scotland": (
        "PASS, 0800 917 2127",
        "6 months, up to 12 (not checked)",
        "3 working days (stage 2)",
        "20 working days",
        "SPSO, 0800 377 7330",
        "PASS",
    ),
    "northern_ireland": (
        "Patient and Client Council, 0800 917 0222",
        "6 months, up to 12",
        "3 working days (stage 2)",
        "20 working days",
        "NI Public Services Ombudsman (not checked)",
        "Patient and Client Council",
    ),
}


@pytest.mark.parametrize("where", get_args(WrittenIn))
def test_every_country_has_its_whole_route(where: WrittenIn) -> None:
    route = route_of(where)
    assert tuple(words for _label, words in route_rows(route)) == EXPECTED[where]
    for days, words in (
        (route.acknowledged_days, route.acknowledged.words),
        (route.limit_months, route.time_limit.words),
    ):
        assert words.startswith(f"{days} ")
    if route.answer_days:
        assert route.full_answer.words.startswith(f"{route.answer_days} working days")
    if route.longest_months:
        assert route.time_limit.words.endswith(f"up to {route.longest_months}")


def test_the_month_is_said_and_that_some_were_changing() -> None:
    assert checked(route_of("england")) == "Checked in November 2026. Check with your service."
    for where in ("wales", "northern_ireland"):
        assert checked(route_of(where)) == f"Checked in November 2026. {CHANGING} Check with your service."
    assert route_heading(route_of("northern_ireland")) == "The usual way in Northern Ireland"
