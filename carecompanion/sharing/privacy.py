"""What the program protects from and what it does not: the same words on its page, in the README and when spoken."""

from dataclasses import dataclass

from carecompanion.language import _

TITLE = _("What this protects, and what it does not")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, and what stands under it."""

    heading: str
    points: tuple[str, ...]


PARTS = (
    Part(
        _("What it does"),
        (
            _("A copied or stolen file shows only its size and dates."),
            _("What the screen says is saved survives a crash or a power cut."),
            _("Nothing is ever sent. The program shuts itself off from the network."),
            _(
                "Hiding the screen closes your journal and starts the program afresh, so that your "
                "words do not stay in "
                "memory."
            ),
        ),
    ),
    Part(
        _("It cannot help against"),
        (
            _("Someone who watches you type, or who makes you unlock it."),
            _("Malware, or an administrator: both can see all that is done on this computer."),
            _("Files you saved out of it. They are not protected."),
            _("Old backups after you change your passphrase. The old one still opens them."),
            _("Anyone who can open this computer account, when your journal has no passphrase."),
        ),
    ),
    Part(
        _("What there is not"),
        (
            _("There is no duress passphrase, one that shows an empty journal. It could not be made convincing."),
            _("The program clears nothing behind your back. Covering tracks can itself be noticed."),
        ),
    ),
    Part(
        _("If somebody monitors this computer"),
        (_("Writing on paper or on a friend’s computer may be safer."),),
    ),
)


def spoken_privacy() -> str:
    """The same as plain lines, for the command line."""
    rows = [TITLE]
    for part in PARTS:
        rows += ["", part.heading, *part.points]
    return "\n".join(rows)
