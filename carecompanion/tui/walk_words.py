"""What stands beside a question of the walk, and what was gathered at its end."""

from collections.abc import Iterator

from textual.content import Content

from carecompanion.domain.review import Review
from carecompanion.domain.review_items import Item
from carecompanion.domain.walk import MOST, QUESTIONS, Going, Question, Slot, slots
from carecompanion.language import _
from carecompanion.sharing.review_words import plain_words
from carecompanion.tui.parts.drawing import Piece, bold, faint, hung, lines, muted, say

GATHERED = "gathered"
SO_FAR = _("Written down so far")
OTHERS = _("The other points")
BROUGHT = _("From your journal, on your page already")
NO_POINT = _("Nothing is down yet that could be better. What you write here goes there.")
NOTHING = _("Nothing is written down yet. You can come back to it at any time.")
HERE: Piece = ("› ", "$st-accent")
POINT: Piece = ("● ", "$st-accent")


def draw_helping(slot: Slot, review: Review, width: int) -> Content:
    """What helps to answer; where it is about a point, that first."""
    helping = say(muted(slot.question.helping))
    if slot.question.name != "help":
        return helping
    if slot.item is None:
        return lines(helping, say(muted(NO_POINT)))
    return lines(hung(HERE, say(plain_words(slot.item, review)), width), say(""), helping)


def draw_so_far(slot: Slot, found: Going, review: Review, width: int) -> Content:
    """What was answered already, and what the journal brings; "" for neither."""
    match slot.question.name:
        case "well" | "better" as side:
            own = found.own(side)
            more = found.many(side) - len(own) - len(found.brought(side))
            written = _listed(SO_FAR, own, slot.item, review, width, more)
            return lines(*written, *_listed(BROUGHT, found.brought(side), None, review, width))
        case "help":
            return _wishes(slot, found, review, width)
        case _:
            return say("")


def draw_gathered(found: Going, review: Review, width: int) -> Content:
    """Every question that has an answer, with it; those without are passed over."""
    rows: list[Content] = []
    for question in QUESTIONS:
        answered = list(_answers(question, found, review, width))
        rows += [say(""), say(bold(question.called)), *answered] if answered else []
    return lines(*rows[1:]) if rows else say(muted(NOTHING))


def _answers(question: Question, found: Going, review: Review, width: int) -> Iterator[Content]:
    match question.name:
        case "well" | "better" as side:
            points = (*found.brought(side), *found.own(side))
            for item in points[:MOST]:
                yield hung(POINT, say(plain_words(item, review)), width)
            if found.many(side) > MOST:
                yield from _more(found.many(side) - MOST)
        case "help":
            for slot in slots(question, found):
                if slot.item is not None and slot.text.strip():
                    yield hung(POINT, say(slot.text.strip()), width)
                    yield hung("  ", say(faint(plain_words(slot.item, review))), width)
        case _:
            yield from (say(slot.text.strip()) for slot in slots(question, found) if slot.text.strip())


def _wishes(slot: Slot, found: Going, review: Review, width: int) -> Content:
    """The other points there is something to wish for, each with what was wished."""
    rows: list[Content] = []
    for each in slots(slot.question, found):
        if each.item is not None and each.key != slot.key:
            rows.append(hung(POINT, say(muted(plain_words(each.item, review))), width))
            rows += [hung("  ", say(each.text.strip()), width)] if each.text.strip() else []
    return lines(say(bold(OTHERS)), *rows) if rows else say("")


def _listed(
    heading: str, points: tuple[Item, ...], here: Item | None, review: Review, width: int, more: int = 0
) -> list[Content]:
    if not points:
        return []
    words = ((item, say(muted(plain_words(item, review)))) for item in points)
    rows = [hung(HERE if item == here else POINT, said, width) for item, said in words]
    return [say(bold(heading)), *rows, *(_more(more) if more else ()), say("")]


def _more(many: int) -> Iterator[Content]:
    yield say(faint(_("And {many:,} more, on Review.").format(many=many)))
