"""Plain lines for a screen reader or a pipe: sentences that end, and nothing that could steer a terminal."""

from collections.abc import Iterable, Iterator

from carecompanion.domain.lines import CONTROLS, NEWLINES
from carecompanion.domain.tally import Verdict
from carecompanion.domain.timeline import Line
from carecompanion.domain.wording import at_start
from carecompanion.language import _

VERDICTS: dict[Verdict, str] = {"met": _("yes"), "partly": _("partly"), "missed": _("no")}
"""The words for the marks of the screens."""

ENDINGS = ".,:;!?…。！？؟।"
CLOSING = "”’\"')]»"


def plain(blocks: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Blocks of lines, those that are empty passed over, with an empty line between one and the next."""
    lines: list[str] = []
    for block in filter(None, map(tuple, blocks)):
        lines += [*([""] if lines else []), *map(harmless, block)]
    return tuple(lines)


def harmless(text: str) -> str:
    """The text on one line, its control characters replaced; everything else as it is."""
    on_one_line = NEWLINES.sub(" ", text.replace("\r\n", "\n").replace("\t", " "))
    return CONTROLS.sub("\N{REPLACEMENT CHARACTER}", on_one_line).rstrip()


def stopped(text: str) -> str:
    """The text with a full stop, unless it ends like a sentence already."""
    said = text.rstrip()
    return said if not said or said.rstrip(CLOSING).endswith(tuple(ENDINGS)) else f"{said}."


def entry_words(said: Line, when: str) -> str:
    """An entry in one line: what it is, what about, how it came out, and last of all when."""
    what = f"{said.kind}: {said.title}" if said.title else said.kind
    outcome = at_start(said.outcome.replace(" · ", _(" and ")))
    ended = ", ".join(part for part in (outcome, when) if part)
    return " ".join(stopped(part) for part in (what, ended) if part)


def under(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines under a heading; nothing at all when there are none."""
    found = tuple(lines)
    if found:
        yield from (heading, *found)
