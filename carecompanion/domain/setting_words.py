"""What each thing that can be set is called, inside a sentence."""

from collections.abc import Collection

NAMES = {
    "role_word": "what you call your co-ordinator",
    "nation": "your nation",
    "time_zone": "your time zone",
    "closed_days": "the days that are closed",
    "late_grace_minutes": "how late still counts as on time",
    "gap_grace_days": "how much longer between visits is all right",
    "theme": "the colours",
    "shapes": "the shapes",
    "reading_mode": "reading mode",
    "first_week_hints": "the hints in the first week",
    "hide_after": "when the screen hides by itself",
    "hide_on_leaving": "when the screen hides by itself",
    "second place for backups": "the second place for backups",
}
"""By the names under which they are kept, those of the journal first."""


def named_settings(names: Collection[str]) -> str:
    """What was set at once: "your nation", "your nation and the colours"."""
    words = list(dict.fromkeys(said for name, said in NAMES.items() if name in names))
    if not words:
        return "a setting"
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
