"""How soon replies came, in sentences."""

from carecompanion.domain import how_many
from carecompanion.domain.remaining import lasting
from carecompanion.domain.tally import ENOUGH
from carecompanion.domain.traits import ResponseTime
from carecompanion.language import ngettext


def response_words(response: ResponseTime) -> str:
    """The typical time, how many were answered and how many still wait, and the longest wait."""
    if response.longest is None:
        return "Nothing recorded yet."
    return f"{_typical(response)} {_answered(response)} The longest wait was {lasting(response.longest)}."


def _typical(response: ResponseTime) -> str:
    contacts = response.contacts
    if contacts < ENOUGH:
        return f"Too few for a typical time – {how_many.contacts(contacts)} so far."
    if response.median is None:
        return "More than half have no reply yet, so there is no typical time."
    return f"Replies typically came in {lasting(response.median)}."


def _answered(response: ResponseTime) -> str:
    answered, waiting = response.answered, response.waiting
    closed = response.contacts - answered - waiting
    of = ngettext("{many} of {of} was answered", "{many} of {of} were answered", answered)
    told = [of.format(many=answered, of=response.contacts)]
    if waiting:
        told.append(ngettext("{many} is still waiting", "{many} are still waiting", waiting).format(many=waiting))
    if closed:
        told.append(f"you closed {closed}")
    return f"{', '.join(told)}."
