"""The invented care team, who was co-ordinator when, and what was agreed."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from carecompanion.domain.records import Agreement, Change, Coordination, Person
from carecompanion.domain.sample.hand import Hand

ADE_UNTIL, DANA_FROM, DANA_AGREED = timedelta(days=236), timedelta(days=212), timedelta(days=62)
"""How long before today Ade stopped, Dana began, and the agreement with Dana."""


@dataclass(frozen=True, slots=True)
class Team:
    """The people of the journal, and the days between which nobody was co-ordinator."""

    ade_until: date
    dana_from: date
    ade: Person
    dana: Person
    okafor: Person
    priya: Person
    sam: Person
    desk: Person

    def coordinator_on(self, day: date) -> Person | None:
        """Ade, then nobody for a few weeks, then Dana."""
        if day >= self.dana_from:
            return self.dana
        return self.ade if day < self.ade_until else None


def meet_the_team(hand: Hand, began: date) -> Team:
    """Write down the people, the co-ordinators and the agreements of a journal that began on a day."""
    first = hand.at(began, "10:00")
    people = [
        hand.write(Person, first, name="Ade Bello", role="social worker", phone="01632 960 477", private=TO_ADE),
        hand.write(Person, first, name="Dana Whitfield", role="CPN", **DANA),
        hand.write(Person, first, name="Dr Okafor", role="psychiatrist", address="Elm House, first floor"),
        hand.write(Person, first, name="Priya Nair", role="psychologist", note="Fridays only."),
        hand.write(Person, first, name="Sam Lowe", role="support worker", text_number="07700 900 145"),
        hand.write(Person, first, name="Duty desk", role="when Dana is away", phone="01632 960 400"),
    ]
    team = Team(hand.today - ADE_UNTIL, hand.today - DANA_FROM, *people)
    _coordinators(hand, team, began)
    _agreements(hand, team, began)
    hand.settle()
    return team


TO_ADE = "I miss our walks."
DANA = {"phone": "01632 960 480", "text_number": "07700 900 123", "email": "d.whitfield@example.org"}


def _coordinators(hand: Hand, team: Team, began: date) -> None:
    ade = {"began_on": began, "ended_on": team.ade_until, "told_on": began, "handover": "yes"}
    hand.write(Coordination, hand.at(began, "10:10"), person_id=team.ade.id, **ade)
    told_on = team.ade_until - timedelta(days=3)
    leaving = {"kind": "worker", "effective_on": team.ade_until, "told_on": told_on}
    words = {"what": "Ade has moved to another team; somebody new is to come", "reason_given": "partly", "my_say": "no"}
    hand.write(Change, hand.at(told_on, "15:00"), **leaving, **words)
    told_on = team.dana_from + timedelta(days=1)
    dana = {"began_on": team.dana_from, "told_on": told_on, "handover": "partly"}
    hand.write(Coordination, hand.at(told_on, "16:20"), person_id=team.dana.id, **dana)


def _agreements(hand: Hand, team: Team, began: date) -> None:
    """48 hours with Ade, then 24 hours with Dana."""
    agreed = hand.today - DANA_AGREED
    for person, day, hours in ((team.ade, began, 48), (team.dana, agreed, 24)):
        hand.write(
            Agreement,
            hand.at(day, "11:30"),
            person_id=person.id,
            starts_on=day,
            routes=("phone", "text") if person is team.ade else ("phone", "text", "email"),
            reply_within=hours,
            reply_unit="hours",
            opens=time(9),
            closes=time(17),
            weekdays=tuple(range(7)),
            cover="the duty desk",
            urgent_route="Ring the duty desk, 9 to 5; at any other time NHS 111, then 2",
            meet_every_days=14,
            usual_minutes=60,
            written=person is team.dana,
        )
