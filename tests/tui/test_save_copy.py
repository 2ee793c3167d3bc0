"""Saving a copy to take with you: what the sheet offers, the file it writes, and what is kept of that."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pypdf import PdfReader
from textual.worker import Worker

from carecompanion.domain.records import SharedCopy
from carecompanion.domain.sample import sample_book
from carecompanion.sharing import writers
from carecompanion.sharing.document import Document, Paragraph
from carecompanion.sharing.html import draw_html
from carecompanion.sharing.markdown import draw_markdown
from carecompanion.sharing.new_file import BECAUSE, NotWritten
from carecompanion.sharing.review_pages import Choices, review_document
from carecompanion.sharing.shared import UNNOTED, copies, document_of
from carecompanion.sharing.text import draw_text
from carecompanion.sharing.writers import SHORT_OF_LETTERS
from carecompanion.store import DiskFull, Journal
from carecompanion.tui import drawing_pdf, save_sheet
from carecompanion.tui.save_sheet import NOT_LOCKED, STOPPED
from carecompanion.tui.saving import NOTED, save_a_copy
from carecompanion.tui.to_save import Source
from tests.sharing.test_drawn import WHOLE
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running

SAMPLE = sample_book(NOW)
NAME = "For my care review"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own, with a folder for documents."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)
    (tmp_path / "home" / "Documents").mkdir(parents=True)
    return tmp_path / "home"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """The drawing of PDFs waits until this is set."""
    go: Event = Event()
    written: Any = writers.written

    def waiting(*given: Any, **more: Any) -> Any:
        assert go.wait(20)
        return written(*given, **more)

    monkeypatch.setattr(drawing_pdf, "written", waiting)
    return go


def whole(_choices: Choices) -> Document:
    return WHOLE


def of_sample(choices: Choices) -> Document:
    return review_document(SAMPLE, None, NOW, choices)


@asynccontextmanager
async def sheet(
    folder: Path, source: Source, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[Session, Worker[str | None]]]:
    """The sheet, open over Today of the sample journal."""
    async with running(folder / "journal", SAMPLE, size=size) as session:
        app = session.app
        saving = save_a_copy(app.screen, session.journal, lambda: NOW, source)
        worker: Worker[str | None] = app.run_worker(saving)
        await session.settle()
        yield session, worker


def newest(session: Session) -> SharedCopy:
    return copies(session.book)[0]


# what it offers


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_it_says_each_format_where_it_goes_and_that_it_is_not_locked(
    tmp_path: Path, home: Path, size: tuple[int, int]
) -> None:
    async with sheet(tmp_path, Source(whole, NAME), size) as (session, _):
        assert session.says("Save a copy to take with you")
        for words in ("p PDF", "h Web page", "m Markdown", "t Plain text", "w as written", "e exact", "u usual"):
            assert session.says(words)
        assert "".join(f"{home}/Documents/{NAME}.pdf".split()) in "".join(session.text.split())
        assert session.says(NOT_LOCKED)
        assert session.says("enter save")
        assert session.says("esc cancel")
        await session.until("PDF, 2 pages")
        if size != NARROW:
            assert session.says("to print or email")


async def test_the_very_document_can_be_looked_at_first(tmp_path: Path) -> None:
    async with sheet(tmp_path, Source(of_sample, NAME)) as (session, _):
        await session.press("i", "t", "v")
        assert session.says("How it will read")
        assert session.says("page 1 of 2")
        assert session.says("What is going well")
        assert session.says("Voicemail to the duty desk")
        assert "Dana" not in session.text
        await session.press("right")
        assert session.says("Page 2 of 2")
        assert session.says("The evidence")
        await session.press("right", "left", "escape")
        assert session.says("Save a copy to take with you")


async def test_the_pages_are_those_of_the_pdf_as_soon_as_they_are_known(tmp_path: Path, slow: Event) -> None:
    async with sheet(tmp_path, Source(of_sample, NAME)) as (session, _):
        await session.press("v")
        assert session.says("page 1 of 2")
        slow.set()
        await session.until("page 1 of 5")
        await session.press("right", "right", "right", "right")
        assert session.says("Page 5 of 5")
        assert session.says("not everything that happened.")
        await session.press("escape", "v")
        assert session.says("page 1 of 5")


async def test_without_a_folder_for_documents_it_goes_to_ones_own(tmp_path: Path, home: Path) -> None:
    (home / "Documents").rmdir()
    async with sheet(tmp_path, Source(whole, NAME)) as (session, _):
        assert session.says(f"{home}/{NAME}.pdf")


# what it writes


@pytest.mark.parametrize(
    ("size", "key", "kind"), [(WIDE, "enter", "pdf"), (MIDDLE, "h", "html"), (NARROW, "m", "md"), (WIDE, "t", "txt")]
)
async def test_each_format_is_written_and_noted(
    tmp_path: Path, home: Path, size: tuple[int, int], key: str, kind: str
) -> None:
    source = Source(of_sample, NAME, review_id=next(iter(SAMPLE.reviews)))
    async with sheet(tmp_path, source, size) as (session, worker):
        await session.press(*((key,) if key == "enter" else (key, "enter")))
        file = home / "Documents" / f"{NAME}.{kind}"
        assert await worker.wait() == f"Saved as {file}. {NOTED}"
        document = of_sample(Choices())
        copy = newest(session)
        assert (copy.file_format, copy.at, copy.given_to) == (kind, NOW, None)
        assert copy.review_id == next(iter(SAMPLE.reviews))
        assert document_of(copy) == document
        content = file.read_bytes()
        if kind == "pdf":
            assert "What could be better" in PdfReader(io.BytesIO(content)).pages[0].extract_text()
        else:
            drawn = {"html": draw_html, "md": draw_markdown, "txt": draw_text}[kind](document)
            assert content.decode() == drawn
        assert file.stat().st_mode & 0o777 == 0o600
        assert [each.name for each in file.parent.iterdir()] == [file.name]


async def test_every_choice_reaches_the_file_and_what_is_kept(tmp_path: Path, home: Path) -> None:
    async with sheet(tmp_path, Source(of_sample, NAME)) as (session, worker):
        await session.press("h", "tab", "r", "o", "l")
        await session.paste("Jo, my sister")
        await session.press("enter")
        await worker.wait()
        copy = newest(session)
        assert (copy.names, copy.dates, copy.large_print, copy.given_to) == ("roles", "rough", True, "Jo, my sister")
        page = (home / "Documents" / f"{NAME}.html").read_text(encoding="utf-8")
        assert page == draw_html(of_sample(Choices("roles", "rough")), large_print=True)


async def test_any_letter_works_until_words_are_typed_and_then_is_one(tmp_path: Path) -> None:
    async with sheet(tmp_path, Source(whole, NAME, given_to="D")) as (session, worker):
        await session.press("t", "r", "o")
        assert session.says("● t Plain text")
        assert session.says("● r as roles")
        assert session.says("● o only “early March”")
        assert not session.says("u usual")
        await session.press("p", "l", "tab", "tab", "tab", "tab")
        await session.type("wrote it")
        await session.press("enter")
        await worker.wait()
        copy = newest(session)
        assert (copy.given_to, copy.file_format, copy.names, copy.large_print) == ("Dwrote it", "pdf", "roles", True)


async def test_large_print_makes_more_pages_and_is_told(tmp_path: Path, home: Path) -> None:
    long = Document(NAME, tuple(Paragraph("Some words that take their place on a page. " * 5) for _ in range(40)))
    async with sheet(tmp_path, Source(lambda _: long, NAME)) as (session, worker):
        await session.until("PDF, 3 pages")
        await session.press("l")
        await session.until("PDF, 7 pages")
        await session.press("enter")
        await worker.wait()
        assert len(PdfReader(home / "Documents" / f"{NAME}.pdf").pages) == 7


async def test_letters_that_a_pdf_lacks_are_told_of(tmp_path: Path) -> None:
    async with sheet(tmp_path, Source(lambda _: Document("x", (Paragraph("日本語"),)), NAME)) as (session, worker):
        await session.press("enter")
        assert SHORT_OF_LETTERS in (await worker.wait() or "")


async def test_leaving_writes_and_keeps_nothing(tmp_path: Path, home: Path) -> None:
    async with sheet(tmp_path, Source(whole, NAME)) as (session, worker):
        await session.press("escape")
        assert await worker.wait() is None
        assert len(copies(session.book)) == 2
        assert list((home / "Documents").iterdir()) == []


# another folder


async def test_another_folder_is_typed_with_a_tilde_and_its_whole_path_said(tmp_path: Path, home: Path) -> None:
    (home / "for review").mkdir()
    async with sheet(tmp_path, Source(whole, NAME)) as (session, worker):
        await session.press("t", "f")
        await session.paste("~/for review")
        assert session.says(f"{home}/for review/{NAME}.txt")
        await session.press("enter")
        await worker.wait()
        assert (home / "for review" / f"{NAME}.txt").is_file()


async def test_a_name_can_be_typed_too(tmp_path: Path, home: Path) -> None:
    async with sheet(tmp_path, Source(whole, NAME)) as (session, worker):
        await session.press("t", "f")
        await session.paste("list.txt")
        await session.press("enter")
        await worker.wait()
        assert (home / "list.txt").read_text(encoding="utf-8") == draw_text(WHOLE)


@pytest.mark.parametrize("typed", ["~/nowhere", "~/file", "/proc/1/fd", "x" * 300])
async def test_a_folder_that_takes_no_file_is_said_and_nothing_is_lost(tmp_path: Path, home: Path, typed: str) -> None:
    (home / "file").touch()
    async with sheet(tmp_path, Source(whole, NAME, given_to="Dana")) as (session, worker):
        await session.press("t", "f")
        await session.paste(typed)
        await session.press("enter")
        await session.until("Your journal is as it was")
        assert session.says("● t Plain text")
        assert session.says("Dana")
        assert session.says(NOT_LOCKED)
        await session.press("ctrl+u", "enter")
        await worker.wait()
        assert newest(session).given_to == "Dana"
        assert [each.name for each in (home / "Documents").iterdir()] == [f"{NAME}.txt"]


async def test_a_disk_without_room_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise NotWritten(BECAUSE[28])

    async with sheet(tmp_path, Source(whole, NAME)) as (session, worker):
        with monkeypatch.context() as patched:
            patched.setattr(save_sheet, "write_new", full)
            await session.press("t", "enter")
            await session.until("There is no room left there")
        assert len(copies(session.book)) == 2
        await session.press("enter")
        await worker.wait()
        assert len(copies(session.book)) == 3


# a file that is there already


async def test_a_file_of_that_name_is_asked_about_and_left_as_it_was(tmp_path: Path, home: Path) -> None:
    there = home / "Documents" / f"{NAME}.txt"
    there.write_text("mine", encoding="utf-8")
    (home / "Documents" / f"{NAME} 2.txt").symlink_to(home / "nothing")
    async with sheet(tmp_path, Source(whole, NAME)) as (session, worker):
        await session.press("t", "enter")
        assert session.says("There is a file of that name already. It stays as it is.")
        instead = f"This one can be saved as {home}/Documents/{NAME} 3.txt"
        assert "".join(instead.split()) in "".join(session.text.split())  # a long path is broken anywhere
        assert session.says("enter save it under that name")
        await session.press("escape")
        assert session.says(NOT_LOCKED)
        await session.press("enter", "enter")
        assert f"{NAME} 3.txt" in (await worker.wait() or "")
        assert there.read_text(encoding="utf-8") == "mine"
        assert (home / "Documents" / f"{NAME} 3.txt").read_text(encoding="utf-8") == draw_text(WHOLE)


# a PDF takes a while


async def test_a_long_wait_is_spoken_of_and_ends_with_the_file(tmp_path: Path, home: Path, slow: Event) -> None:
    async with sheet(tmp_path, Source(whole, NAME)) as (session, worker):
        await session.press("enter")
        await session.until("Making the PDF …")
        assert list((home / "Documents").iterdir()) == []
        slow.set()
        await worker.wait()
        assert (home / "Documents" / f"{NAME}.pdf").is_file()


async def test_esc_stops_a_pdf_that_is_being_made(tmp_path: Path, home: Path, slow: Event) -> None:
    async with sheet(tmp_path, Source(whole, NAME)) as (session, worker):
        await session.press("enter")
        await session.until("Making the PDF …")
        await session.press("escape")
        assert session.says(STOPPED)
        assert worker.is_running
        slow.set()
        await session.until("PDF, 2 pages")
        assert list((home / "Documents").iterdir()) == []
        await session.press("enter")
        await worker.wait()
        assert (home / "Documents" / f"{NAME}.pdf").is_file()


async def test_another_choice_while_it_is_made_stops_it(tmp_path: Path, home: Path, slow: Event) -> None:
    async with sheet(tmp_path, Source(of_sample, NAME)) as (session, worker):
        await session.press("enter")
        await session.until("Making the PDF …")
        await session.press("tab", "i")
        assert not session.says("Making the PDF …")
        assert list((home / "Documents").iterdir()) == []
        slow.set()
        await session.press("enter")
        await worker.wait()
        assert newest(session).names == "initials"


# what is kept


async def test_when_the_journal_cannot_be_written_the_file_stays_and_that_is_said(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise DiskFull

    async with sheet(tmp_path, Source(whole, NAME)) as (session, worker):
        monkeypatch.setattr(Journal, "keep", full)
        await session.press("t", "enter")
        said = await worker.wait()
        file = home / "Documents" / f"{NAME}.txt"
        assert said == f"Saved as {file}. {UNNOTED} {DiskFull.sentence}"
        assert file.is_file()


async def test_it_is_one_act_that_can_be_undone(tmp_path: Path) -> None:
    async with sheet(tmp_path, Source(whole, NAME)) as (session, worker):
        await session.press("t", "enter")
        await worker.wait()
        await session.settle()
        await session.press("u")
        assert session.says("Undone: what you shared")
        assert len(copies(session.book)) == 2
