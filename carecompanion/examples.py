"""One line to try for each command: at the foot of its help, in the man page and in the tests."""

EXAMPLES = {
    "": "carecompanion --journal ~/private/journal",
    "demo": "carecompanion demo --theme paper",
    "new": "carecompanion new --passphrase-file ~/passphrase.txt",
    "today": "carecompanion today",
    "waiting": "carecompanion waiting --discreet",
    "journal": "carecompanion journal --last 30d --find letter",
    "traits": "carecompanion traits --trait accessible",
    "add": "carecompanion add contact",
    "change": "carecompanion change",
    "delete": "carecompanion delete",
    "leave-out": "carecompanion leave-out",
    "undo": "carecompanion undo",
    "redo": "carecompanion redo",
    "trash": "carecompanion trash",
    "settings": "carecompanion settings late-grace 15",
    "entry": "carecompanion entry",
    "views": "carecompanion views 1",
    "import": "carecompanion import visits.csv --kind appointments",
    "export": "carecompanion export journal.json",
    "review": "carecompanion review for-my-review.pdf --names initials",
    "shared": "carecompanion shared 1 for-my-review.pdf",
    "role": "carecompanion role",
    "letters": "carecompanion letters 1 my-letter.pdf --names initials",
    "backup": "carecompanion backup /media/stick",
    "restore": "carecompanion restore 2026-03-12T142000Z.ccbackup",
    "passphrase": "carecompanion passphrase",
    "recovery-code": "carecompanion recovery-code --check",
    "check": "carecompanion check",
    "where": "carecompanion where",
    "privacy": "carecompanion privacy",
    "help-now": "carecompanion help-now",
    "completion": "carecompanion completion bash",
    "man": "carecompanion man > carecompanion.1",
}
"""By the command's name; "" is the program without one."""


def example(name: str) -> str:
    """What a command's help ends with."""
    return f"For example: {EXAMPLES[name]}"
