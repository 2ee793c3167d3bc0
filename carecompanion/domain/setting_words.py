"""What each thing that can be set is called, inside a sentence."""

from collections.abc import Collection

from carecompanion.language import _

NAMES = {
    "role_word": _("what you call your co-ordinator"),
    "nation": _("your nation"),
    "time_zone": _("your time zone"),
    "closed_days": _("the days that are closed"),
    "late_grace_minutes": _("how late still counts as on time"),
    "gap_grace_days": _("how much longer between visits is all right"),
    "theme": _("the colours"),
    "shapes": _("the shapes"),
    "reading_mode": _("reading mode"),
    "first_week_hints": _("the hints in the first week"),
    "hide_after": _("when the screen hides by itself"),
    "hide_on_leaving": _("when the screen hides by itself"),
    "second place for backups": _("the second place for backups"),
}
"""By the names under which they are kept, those of the journal first."""


def named_settings(names: Collection[str]) -> str:
    """What was set at once: "your nation", "your nation and the colours"."""
    words = list(dict.fromkeys(said for name, said in NAMES.items() if name in names))
    if not words:
        return _("a setting")
    *most, last = words
    return _("{listed} and {last}").format(listed=", ".join(most), last=last) if most else last
