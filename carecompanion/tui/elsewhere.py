"""By which keys the acts are reached that a sheet speaks of."""

from collections.abc import Mapping

from carecompanion.language import _
from carecompanion.tui.keymap import shown


def by_keys() -> Mapping[str, str]:
    """What a sheet says of each of those acts, with the keys that are in use now."""
    return {
        "appointment": _("The key {key}, outside this sheet, writes down an appointment.").format(
            key=shown("appointment")
        ),
        "planned": _("The key {key} adds an appointment.").format(key=shown("appointment")),
        "somebody": _("The keys {team} and {add_person}, outside this sheet, add someone.").format(
            team=shown("team"), add_person=shown("add_person")
        ),
        "answered": _("with {yes}, {partly} or {no}").format(yes=shown("yes"), partly=shown("partly"), no=shown("no")),
        "how_it_went": _("with the key {key}").format(key=shown("visit")),
        "put_back": _("The key {key} puts it back.").format(key=shown("leave_out")),
        "came_of_it": _("The key {key} on its row does that.").format(key=shown("change")),
        "once_sent": _("Press this once it is sent."),
        "no_words": _("Esc leaves them as they were, and the key {key} on its row deletes the point.").format(
            key=shown("delete")
        ),
    }
