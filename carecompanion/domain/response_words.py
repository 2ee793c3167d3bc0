"""How soon replies came, in sentences."""

from carecompanion.domain.remaining import lasting
from carecompanion.domain.tally import ENOUGH
from carecompanion.domain.traits import ResponseTime


def response_words(response: ResponseTime) -> str:
    """The typical time, how many were answered and how many still wait, and the longest wait."""
    if response.longest is None:
        return "Nothing recorded yet."
    return f"{_typical(response)} {_answered(response)} The longest wait was {lasting(response.longest)}."


def _typical(response: ResponseTime) -> str:
    contacts = response.contacts
    if contacts < ENOUGH:
        return f"Too few for a typical time – {contacts} contact{'s' * (contacts != 1)} so far."
    if response.median is None:
        return "More than half have no reply yet, so there is no typical time."
    return f"Replies typically came in {lasting(response.median)}."


def _answered(response: ResponseTime) -> str:
    answered, waiting = response.answered, response.waiting
    closed = response.contacts - answered - waiting
    told = [f"{answered} of {response.contacts} {'was' if answered == 1 else 'were'} answered"]
    if waiting:
        told.append(f"{waiting} {'is' if waiting == 1 else 'are'} still waiting")
    if closed:
        told.append(f"you closed {closed}")
    return f"{', '.join(told)}."
