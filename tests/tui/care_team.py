"""An invented care team, what was agreed with it, and two visits: what the tests of Team and of visits begin with."""

from datetime import date, datetime

from carecompanion.domain.book import Book
from carecompanion.domain.records import Agreement, Appointment, Coordination, Person
from tests.tui.driving import LONDON


def numbered(number: int) -> str:
    """An id a test can know beforehand."""
    return f"00000000-0000-7000-8000-{number:012d}"


DANA = Person(
    id=numbered(1),
    name="Dana Whitfield",
    role="CPN",
    phone="01632 960 480",
    text_number="07700 900 123",
    email="d.whitfield@example.org",
)
ADE = Person(id=numbered(2), name="Ade Bello", role="social worker")
OKAFOR = Person(id=numbered(3), name="Dr Okafor", role="psychiatrist")

ADES_TIME = Coordination(id=numbered(11), person_id=ADE.id, began_on=date(2024, 3, 1), ended_on=date(2024, 12, 1))
DANAS_TIME = Coordination(id=numbered(12), person_id=DANA.id, began_on=date(2025, 1, 6))

BEFORE = Agreement(id=numbered(21), starts_on=date(2025, 2, 1), reply_within=48, reply_unit="hours")
AGREED = Agreement(
    id=numbered(22),
    starts_on=date(2026, 1, 9),
    person_id=DANA.id,
    routes=("phone", "text"),
    reply_within=24,
    reply_unit="hours",
    meet_every_days=14,
    usual_minutes=60,
    cover="duty desk",
    written=True,
)

YESTERDAY = Appointment(
    id=numbered(31),
    planned_at=datetime(2026, 3, 11, 14, 0, tzinfo=LONDON),
    person_id=DANA.id,
    planned_minutes=60,
    place="home",
)
LAST_FRIDAY = Appointment(
    id=numbered(32),
    planned_at=datetime(2026, 3, 6, 15, 30, tzinfo=LONDON),
    person_id=OKAFOR.id,
    place="Elm House",
)
TOMORROW = Appointment(
    id=numbered(33),
    planned_at=datetime(2026, 3, 13, 11, 0, tzinfo=LONDON),
    person_id=DANA.id,
    planned_minutes=60,
)

TEAM = Book().keeping(DANA, ADE, OKAFOR, ADES_TIME, DANAS_TIME, BEFORE, AGREED)
ONE_VISIT = TEAM.keeping(YESTERDAY)
"""One visit that nothing has been said of."""
