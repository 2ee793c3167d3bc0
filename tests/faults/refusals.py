"""Notes kept on a disk that refuses some calls, and a look at what it has kept."""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from carecompanion.store import Journal, StoreError, files
from tests.faults.scenarios import a_journal, note
from tests.faults.traced import Ran, Say, traced

NOTES, TRIES = 4, 2
KEPT, REFUSED = "kept", "refused"


def save(folder: Path, say: Say) -> None:
    """Open the journal and keep notes, each of them twice; what came of every try is said."""
    opened: list[Journal] = []
    for _ in range(TRIES):
        if not opened:
            say(_tried(lambda: opened.append(Journal.open(folder / "journal", None)), "opened"))
    for number in range(NOTES * TRIES if opened else 0):
        each = number // TRIES
        say(_tried(lambda each=each: opened[0].keep(note(each)), f"{KEPT} {each}"))  # type: ignore[misc]  # a default
    for journal in opened:
        journal.close()


def _tried(act: Callable[[], None], done: str) -> str:
    try:
        act()
    except StoreError as error:
        return f"{REFUSED} {type(error).__name__}"
    return done


def counted(folder: Path) -> Counter[str]:
    """How often each call is made on the journal's files while no call is refused."""
    ran = _run(folder)
    assert not [said for said in ran.said if said.startswith(REFUSED)]
    return Counter(call.name for call in ran.calls)


def refused(folder: Path, call: str, error: str, which: str) -> tuple[str, ...]:
    """What is said in a run in which strace refuses some calls; what was acknowledged is seen to be kept."""
    ran = _run(folder, "-e", f"inject={call}:error={error}:when={which}")
    assert "(INJECTED)" in (folder / "record").read_text(encoding="ascii")
    journal = Journal.open(folder / "journal", None)
    kept = [int(said.split()[1]) for said in ran.said if said.startswith(KEPT)]
    assert [journal.book.notes[note(number).id] for number in kept] == [note(number) for number in kept]
    known = {note(number).id: note(number) for number in (*range(NOTES), *range(900, 905))}
    assert journal.book.notes.items() <= known.items()
    assert len(journal.book.notes) >= 5
    journal.close()
    return ran.said


def _run(folder: Path, *asked: str) -> Ran:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    a_journal(folder)
    names = (".", files.JOURNAL, files.ROLLBACK, files.LOCK, *files.KEYS)
    watched = (word for name in names for word in ("-P", str(folder / "journal" / name)))
    ran = traced(save, folder, folder / "record", *watched, *asked)
    assert ran.code == 0
    return ran
