"""Which column of somebody's own table is which: guessed from the words at its head, or as the person says."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from carecompanion.language import _
from carecompanion.sharing.interchange import Refused
from carecompanion.sharing.quoting import shown
from carecompanion.sharing.words_for import WORDS

Kind = Literal["contacts", "appointments"]

HEADS: Mapping[str, str] = {
    "when": "date day when datum start starts begins beginning datetime",
    "time": "time hour clock",
    "with": "with who whom person name worker clinician staff to contacted spoke",
    "how": "how route method way via channel medium means type",
    "about": "about what subject topic reason regarding re purpose title summary",
    "outcome": "outcome result happened",
    "place": "place where location venue room address",
    "minutes": "minutes mins min duration length",
    "status": "status state outcome result happened",
    "kind": "kind type category",
    "note": "note notes comment comments details description remarks",
}
"""The words at the head of a column by which it is known, in order: of two columns the first is taken."""

FIELDS: Mapping[Kind, tuple[str, ...]] = {
    "contacts": (
        *("when", "time", "with", "how", "about", "outcome", "note"),
        *("replied", "replied-time", "replied-by", "replied-how"),
    ),
    "appointments": ("when", "time", "with", "place", "minutes", "status", "kind", "about", "note"),
}
TELLING: Mapping[Kind, frozenset[str]] = {
    "contacts": frozenset({"how", "outcome", "replied"}),
    "appointments": frozenset({"place", "minutes", "status", "kind"}),
}
"""The columns that only one kind of table has."""
REPLY = {"reply", "replied", "replies", "response", "responded", "answer", "answered"}
ENDS = {"end", "ends", "finish", "until", "due", "created", "modified"}
"""Dates and times under these words are others than when it was."""


@dataclass(frozen=True, slots=True, repr=False)
class Columns:
    """Where each field is found: the place of a column, or a word that holds for every line."""

    kind: Kind
    places: Mapping[str, int]
    always: Mapping[str, str]

    def told(self, head: Sequence[str]) -> tuple[str, ...]:
        """How the columns are understood, a line for each field, and what is not read."""
        found = [
            (name, _("column “{head}”").format(head=shown(head[self.places[name]])))
            for name in self._fields()
            if name in self.places
        ]
        found += [(name, _("always “{word}”").format(word=shown(word))) for name, word in self.always.items()]
        unread = [shown(name) for place, name in enumerate(head) if name and place not in self.places.values()]
        rest = [_("not read: {listed}").format(listed=", ".join(f"“{name}”" for name in unread))] if unread else []
        return (*(f"{name}: {where}" for name, where in found), *rest)

    def _fields(self) -> tuple[str, ...]:
        return FIELDS[self.kind]


def columns_of(head: Sequence[str], kind: Kind | None, said: Sequence[str]) -> Columns:
    """The columns of a table; `said` are the person's own words for some, each as field=column. Raises Refused."""
    kind = kind or _kind(head)
    places = _guessed(head, kind)
    always: dict[str, str] = {}
    for each in said:
        field, equals, name = (part.strip() for part in each.partition("="))
        if not equals or field not in FIELDS[kind]:
            raise Refused(
                _("--map takes FIELD=COLUMN, and a field of {kind} is one of {listed}.").format(
                    kind=kind, listed=", ".join(FIELDS[kind])
                )
            )
        places.pop(field, None)
        place = _place(head, name)
        if place is not None:
            places = {other: where for other, where in places.items() if where != place} | {field: place}
        elif field in WORDS and name:
            always[field] = name
        elif name:
            raise Refused(_("There is no column “{name}” for --map {field}.").format(name=shown(name), field=field))
    if "when" not in places:
        raise Refused(_("No column says when it was. Name it, as in --map when=COLUMN."))
    return Columns(kind, places, always)


def _kind(head: Sequence[str]) -> Kind:
    """The kind of which more telling columns are there. Raises Refused when neither is told by more."""
    told = {kind: len(telling & set(_guessed(head, kind))) for kind, telling in TELLING.items()}
    if told["contacts"] == told["appointments"]:
        raise Refused(
            _(
                "The columns do not tell what its lines are. Say --kind contacts (you got in touch) "
                "or --kind appointments."
            )
        )
    return max(told, key=lambda kind: told[kind])


def _guessed(head: Sequence[str], kind: Kind) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, name in enumerate(head):
        words = set(re.findall(r"[^\W\d_]+", name.casefold()))
        field = _reply(words) if words & REPLY else _field(words, kind)
        if field in FIELDS[kind]:
            places.setdefault(field, place)
    if "when" not in places and "time" in places:
        places["when"] = places.pop("time")
    return places


def _field(words: set[str], kind: Kind) -> str:
    if words & ENDS:
        return ""
    if "time" in words and not words & {"date", "day", "when"}:
        return "time"
    return next((field for field in FIELDS[kind] if words & set(HEADS.get(field, "").split())), "")


def _reply(words: set[str]) -> str:
    if words & {"by", "who", "from", "name"}:
        return "replied-by"
    if words & {"how", "kind", "type"}:
        return "replied-how"
    return "replied-time" if "time" in words and not words & {"date", "day", "when"} else "replied"


def _place(head: Sequence[str], name: str) -> int | None:
    return next((place for place, one in enumerate(head) if one.casefold() == name.casefold() and name), None)
