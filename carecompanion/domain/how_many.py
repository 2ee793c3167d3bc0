"""How many there are of what is counted: "1 entry", "1,204 entries"."""

from carecompanion.language import ngettext


def entries(many: int) -> str:
    """As in "1 entry"."""
    return ngettext("{many:,} entry", "{many:,} entries", many).format(many=many)


def records(many: int) -> str:
    """As in "1 record"."""
    return ngettext("{many:,} record", "{many:,} records", many).format(many=many)


def contacts(many: int) -> str:
    """As in "1 contact"."""
    return ngettext("{many:,} contact", "{many:,} contacts", many).format(many=many)


def appointments(many: int) -> str:
    """As in "1 appointment"."""
    return ngettext("{many:,} appointment", "{many:,} appointments", many).format(many=many)


def problems(many: int) -> str:
    """As in "1 problem"."""
    return ngettext("{many:,} problem", "{many:,} problems", many).format(many=many)


def people(many: int) -> str:
    """As in "1 person"."""
    return ngettext("{many:,} person", "{many:,} people", many).format(many=many)


def pages(many: int) -> str:
    """As in "1 page"."""
    return ngettext("{many:,} page", "{many:,} pages", many).format(many=many)


def weeks(many: int) -> str:
    """As in "1 week"."""
    return ngettext("{many:,} week", "{many:,} weeks", many).format(many=many)


def days(many: int) -> str:
    """As in "1 day"."""
    return ngettext("{many:,} day", "{many:,} days", many).format(many=many)


def minutes(many: int) -> str:
    """As in "1 minute"."""
    return ngettext("{many:,} minute", "{many:,} minutes", many).format(many=many)


def seconds(many: int) -> str:
    """As in "1 second"."""
    return ngettext("{many:,} second", "{many:,} seconds", many).format(many=many)
