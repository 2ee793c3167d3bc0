"""The measures: which there are, of which trait, and how each is worked out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from carecompanion.domain import measures_accessible as accessible
from carecompanion.domain import measures_approachable as approachable
from carecompanion.domain import measures_communication as communication
from carecompanion.domain import measures_listening as listening
from carecompanion.domain import measures_organisation as organisation
from carecompanion.domain.evidence import Counted, Evidence, Excluded, Measurement, Why
from carecompanion.domain.measures_own import own_question
from carecompanion.domain.records import OwnTrait
from carecompanion.domain.window import Window

__all__ = ["MEASURES", "Counted", "Excluded", "Measure", "Measurement", "Why", "measurement", "own_measure"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: `evidence` finds what counts and what is left out. A checklist has no word.

    `own` is the trait of the person's own whose question this is; both have its id then.
    """

    id: str
    trait: str
    evidence: Callable[[Window], Evidence]
    headline: bool = False
    checklist: bool = False
    own: OwnTrait | None = None


MEASURES: tuple[Measure, ...] = (
    Measure("knew_latest", "communication", communication.knew_latest, headline=True),
    Measure("passed_on", "communication", communication.passed_on),
    Measure("told_first", "communication", communication.told_first),
    Measure("reason_given", "communication", communication.reason_given),
    Measure("as_arranged", "organisation", organisation.as_arranged, headline=True),
    Measure("went_ahead", "organisation", organisation.went_ahead),
    Measure("on_time", "organisation", organisation.on_time),
    Measure("full_time", "organisation", organisation.full_time),
    Measure("fair_notice", "organisation", organisation.fair_notice),
    Measure("next_known", "organisation", organisation.next_known),
    Measure("regular", "organisation", organisation.regular),
    Measure("promises_kept", "organisation", organisation.promises_kept),
    Measure("listened", "listening", listening.listened, headline=True),
    Measure("followed_up", "listening", listening.followed_up),
    Measure("had_a_say", "listening", listening.had_a_say),
    Measure("comfortable", "approachable", approachable.comfortable, headline=True),
    Measure("kind", "approachable", approachable.kind),
    Measure("put_right", "approachable", approachable.put_right),
    Measure("replied_in_time", "accessible", accessible.replied_in_time, headline=True),
    Measure("set_up", "accessible", accessible.set_up, checklist=True),
    Measure("got_through", "accessible", accessible.got_through),
    Measure("cover_when_away", "accessible", accessible.cover_when_away),
    Measure("settled", "accessible", accessible.settled),
)
"""Trait by trait in the order in which they are shown; the word of a trait comes from its headline alone."""


def own_measure(own: OwnTrait) -> Measure:
    """The one measure of a trait of the person's own."""
    return Measure(own.id, own.id, partial(own_question, own), headline=True, own=own)


def measurement(measure: Measure, window: Window) -> Measurement:
    """The measure worked out over a window, without a trend. What the person left out of its trait does not count."""
    left_out = window.left_out_of(measure.trait)
    counted: list[Counted] = []
    excluded: list[Excluded] = []
    for found in measure.evidence(window):
        if left_out and (how := left_out.get(found.record.id)):
            excluded.append(Excluded(found.record, found.on, "left_out", found.part, how))
        elif isinstance(found, Counted):
            counted.append(found)
        else:
            excluded.append(found)
    return Measurement(measure.id, tuple(counted), tuple(excluded), checklist=measure.checklist, own=measure.own)
