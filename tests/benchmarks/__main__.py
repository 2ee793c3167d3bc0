"""Speed and memory beside the least a Textual program does, as one table.

python -m tests.benchmarks [--rounds N] [--sizes 1000,10000,100000]
"""

import argparse
import os
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.periods import period
from carecompanion.domain.records import LISTS
from carecompanion.domain.sample import sample_book
from carecompanion.domain.traits import assess
from carecompanion.store import Argon2Cost, Journal, cipher, keys, unlock
from tests.benchmarks.terminal import Program, python

NOW = datetime(2026, 3, 12, 14, 20, tzinfo=UTC)
AS_OF = NOW.isoformat()
PASSPHRASE = "three ordinary words"
CHEAP = Argon2Cost(mebibytes=64, passes=3, lanes=1)
SIZE = ("COLUMNS", "LINES")  # where they are set, they come before the terminal's own
INHERITED = {name: value for name, value in os.environ.items() if name not in SIZE}
ENVIRONMENT = {**INHERITED, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
KEYS_IN_A_LIST, SAVES, PAGES, POINTS = 20, 5, 5, 10
SAVED = r"(?s)\A(?!.*You got in touch).*Saved\."
"""The sheet is gone, and the line that says so is there."""

FLOORS = {
    "unlock screen": "floor ready",
    "demo's Today": "floor ready",
    "memory": "floor memory",
    "quit": "floor quit",
    "key in the list": "floor key",
    "page in the list": "floor key",
}
"""What of the floor each figure is held against."""

FIRST_POINT = r"What is going well *\n.*·  Dana rang back"
"""The first point of the sample's review, in the document beside the points."""

Figures = dict[str, list[float]]


def floor(figures: Figures) -> None:
    """The minimal program: ready, a key in its table, memory, quit."""
    with Program(python("-m", "tests.benchmarks.floor"), ENVIRONMENT) as program:
        figures["floor ready"].append(program.shows("Row 7 is here"))
        program.settle()
        figures["floor key"] += [program.changes(b"\x1b[B") for _ in range(KEYS_IN_A_LIST)]
        figures["floor memory"].append(program.memory)
        figures["floor quit"].append(program.leave())


def unlock_screen(figures: Figures, folder: Path) -> None:
    """A locked journal: the unlock screen."""
    with Program(_command(folder), ENVIRONMENT) as program:
        figures["unlock screen"].append(program.shows("Your journal is locked"))
        program.leave()


def demo(figures: Figures) -> None:
    """The sample journal: Today."""
    with Program(python("-m", "carecompanion", "demo", f"--as-of={AS_OF}"), ENVIRONMENT) as program:
        figures["demo's Today"].append(program.shows("Waiting for a reply"))
        program.leave()


def at_size(figures: Figures, folder: Path, size: int) -> None:
    """A journal of so many records: save to visible, a key in the list, places, memory, quit."""
    with Program(_command(folder), ENVIRONMENT) as program:
        program.shows("Waiting for a reply|How it is going")
        program.settle(quiet=1.0)
        for _ in range(SAVES):
            figures[f"sheet opens, {size:,}"].append(_shown(program, b"c", "You got in touch"))
            program.settle()
            figures[f"save to visible, {size:,}"].append(_shown(program, b"\r", SAVED))
            program.settle()
        figures[f"place switch, {size:,}"].append(_shown(program, b"2", "All   Contact"))
        program.settle()
        figures[f"key in the list, {size:,}"] += [program.changes(b"\x1b[B") for _ in range(KEYS_IN_A_LIST)]
        figures[f"page in the list, {size:,}"] += [program.changes(b"\x1b[6~") for _ in range(PAGES)]
        program.press(b"/")
        program.settle()
        figures[f"first letter of find, {size:,}"].append(_shown(program, b"l", "more than 200"))
        program.press(b"\x1b")
        program.settle(quiet=0.5)
        figures[f"traits, {size:,}"].append(_shown(program, b"3", "Communicates"))
        program.settle()
        figures[f"a trait opens, {size:,}"].append(_shown(program, b"\r", "How this is worked out"))
        program.settle()
        figures[f"memory, {size:,}"].append(program.memory)
        program.press(b"5")
        program.shows("Going well")
        program.settle(quiet=0.5)
        figures[f"a point in or out, {size:,}"] += [_follows(program, out=number % 2 == 0) for number in range(POINTS)]
        figures[f"memory after Review, {size:,}"].append(program.memory)
        figures[f"quit, {size:,}"].append(program.leave())


def at_once(figures: Figures, folder: Path, size: int) -> None:
    """The Journal, gone to as soon as Today shows, before anything is laid out ahead."""
    with Program(_command(folder), ENVIRONMENT) as program:
        program.shows("Waiting for a reply|How it is going")
        figures[f"place switch at once, {size:,}"].append(_shown(program, b"2", "All   Contact"))
        program.leave()


def rows_alone(figures: Figures, folder: Path, size: int) -> None:
    """Reading every row of a journal's tables as it lies there, without making records of them."""
    connection = cipher.connect(folder / "journal.db", keys.unlock(folder, None))
    try:
        figures[f"rows alone, {size:,}"].append(_timed(partial(_read_rows, connection)))
    finally:
        connection.close()


def _read_rows(connection: sqlcipher.Connection) -> None:
    for name in LISTS:
        connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608  # our own names


def domain(figures: Figures, size: int) -> None:
    """Working out everything, and the last three months."""
    book = sample_book(NOW, size)
    everything, recent = period("everything", book, NOW), period("3_months", book, NOW)
    assert everything is not None
    assert recent is not None
    assess(book, recent, NOW)  # what is made once for a book, and the library of holidays, are not what is measured
    figures[f"assess everything, {size:,}"].append(_timed(partial(assess, book, everything, NOW)))
    figures[f"assess 3 months, {size:,}"].append(_timed(partial(assess, book, recent, NOW)))
    figures[f"headlines of 3 months, {size:,}"].append(_timed(partial(assess, book, recent, NOW, headlines_only=True)))


def unlocking(figures: Figures, folder: Path, size: int) -> None:
    """From the passphrase to Today, less the time Argon2id takes by itself."""
    alone = _timed(partial(unlock, folder, PASSPHRASE))
    with Program(_command(folder), ENVIRONMENT) as program:
        program.shows("Your journal is locked")
        program.settle(quiet=1.0)
        program.press(PASSPHRASE.encode())
        program.settle()
        shown = _shown(program, b"\r", "How it is going")
        figures[f"unlock to Today, {size:,}"].append(max(0.0, shown - alone))
        program.leave()


def measure(rounds: int, sizes: Sequence[int]) -> Figures:
    """Everything, `rounds` times in turn, so that a machine's moods touch all alike."""
    figures: Figures = defaultdict(list)
    with tempfile.TemporaryDirectory() as temporary:
        folders = {size: _journal(Path(temporary) / str(size), size, None) for size in sizes}
        locked = {size: _journal(Path(temporary) / f"locked-{size}", size, PASSPHRASE) for size in sizes}
        for _ in range(rounds):
            floor(figures)
            unlock_screen(figures, locked[min(sizes)])
            demo(figures)
            for size, folder in locked.items():
                unlocking(figures, folder, size)
            for size, folder in folders.items():
                at_once(figures, folder, size)
                at_size(figures, folder, size)
                rows_alone(figures, folder, size)
                domain(figures, size)
    return figures


def table(figures: Figures) -> str:
    """The figures as Markdown, a column for each size: the median, the 95th of a hundred, how often the floor's own."""
    sizes = sorted({int(name.rpartition(", ")[2].replace(",", "")) for name in figures if ", " in name})
    names = list(dict.fromkeys(name.partition(", ")[0] for name in figures))
    rows = [f"| median (p95, x floor) | {' | '.join(f'{size:,}' for size in sizes)} |", f"|---|{'---:|' * len(sizes)}"]
    for name in names:
        cells = [_cell(figures, name, f"{name}, {size:,}") for size in sizes]
        rows.append(f"| {name} | {' | '.join(cells if any(cells) else [_cell(figures, name, name)] * len(sizes))} |")
    return "\n".join(rows)


def _cell(figures: Figures, name: str, key: str) -> str:
    values = figures.get(key, [])
    if not values:
        return ""
    middle, worst = statistics.median(values), sorted(values)[int(0.95 * (len(values) - 1) + 0.5)]
    beside = figures.get(FLOORS.get(name, ""), [])
    ratio = f", {middle / statistics.median(beside):.2f}x" if beside else ""
    unit, factor = ("MiB", 1.0) if "memory" in name else ("ms", 1000.0)
    return f"{middle * factor:.1f} {unit} ({worst * factor:.1f}{ratio})"


def _command(folder: Path) -> list[str]:
    return python("-m", "carecompanion", f"--journal={folder}", f"--as-of={AS_OF}")


def _journal(folder: Path, size: int, passphrase: str | None) -> Path:
    book = sample_book(NOW, size)
    made, _code = Journal.create(folder, passphrase, book.settings, NOW, records=tuple(book.everything()), cost=CHEAP)
    made.close()
    return folder


def _shown(program: Program, key: bytes, pattern: str) -> float:
    return program.shows(pattern, program.press(key))


def _follows(program: Program, *, out: bool) -> float:
    """Seconds from the key that leaves the first point out, or puts it in, until the document beside it says so."""
    program.settle()
    return program.shows(FIRST_POINT, program.press(b" "), absent=out)


def _timed(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return perf_counter() - began


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", default="1000,10000,100000")
    asked = parser.parse_args()
    print(table(measure(asked.rounds, [int(size) for size in asked.sizes.split(",")])))  # noqa: T201  # that is its purpose


if __name__ == "__main__":
    main()
