"""How soon replies came, in sentences."""

from carecompanion.domain import how_many
from carecompanion.domain.remaining import lasting
from carecompanion.domain.tally import ENOUGH
from carecompanion.domain.traits import ResponseTime
from carecompanion.language import _, ngettext


def response_words(response: ResponseTime) -> str:
    """The typical time, how many were answered and how many still wait, and the longest wait."""
    if response.longest is None:
        return _("Nothing recorded yet.")
    return _("{typical} {answered} The longest wait was {lasting}.").format(
        typical=_typical(response), answered=_answered(response), lasting=lasting(response.longest)
    )


def _typical(response: ResponseTime) -> str:
    contacts = response.contacts
    if contacts < ENOUGH:
        return _("Too few for a typical time – {contacts} so far.").format(contacts=how_many.contacts(contacts))
    if response.median is None:
        return _("More than half have no reply yet, so there is no typical time.")
    return _("Replies typically came in {lasting}.").format(lasting=lasting(response.median))


def _answered(response: ResponseTime) -> str:
    answered, waiting = response.answered, response.waiting
    closed = response.contacts - answered - waiting
    of = ngettext("{many} of {of} was answered", "{many} of {of} were answered", answered)
    told = [of.format(many=answered, of=response.contacts)]
    if waiting:
        told.append(ngettext("{many} is still waiting", "{many} are still waiting", waiting).format(many=waiting))
    if closed:
        told.append(_("you closed {closed}").format(closed=closed))
    return f"{', '.join(told)}."
