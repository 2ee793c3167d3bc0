"""The language the program speaks: gettext catalogues beside the program, chosen as the computer says."""

import gettext
from pathlib import Path

DOMAIN = "carecompanion"
FOLDER = Path(__file__).parent / "locale"
"""For each language LANGUAGE/LC_MESSAGES/carecompanion.po, all it reads, and the .mo made from that."""

_catalogue = gettext.translation(DOMAIN, localedir=FOLDER, fallback=True)

_ = _catalogue.gettext
"""A text in that language; in English, its own, where no catalogue has it."""

ngettext = _catalogue.ngettext
"""The same of a text that says how many: the text for one, for more, and the number."""


def plural(one: str, more: str) -> tuple[str, str]:
    """A text for one thing and for more, kept in a table until `ngettext` is asked which it is."""
    return one, more
