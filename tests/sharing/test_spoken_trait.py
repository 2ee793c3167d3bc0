"""One trait whole in plain lines."""

from carecompanion.domain.book import Book
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Contact, LeftOut, OwnAnswer, OwnTrait
from carecompanion.domain.traits import assess
from carecompanion.sharing.spoken_trait import spoken_trait
from tests.domain.given import agreed, at, book, day, new, replied, tried, visit, with_due_times

NOW = at("2026-03-31 12:00")
DAYS = Period(day("2026-01-01"), day("2026-03-31"))
AGREED = agreed(reply_within=24, reply_unit="hours", routes=("text",), cover="Sam")


def said(known: Book, trait: str) -> tuple[str, ...]:
    return spoken_trait(assess(known, DAYS, NOW, trait=trait), known, "now")


def block(lines: tuple[str, ...], heading: str) -> list[str]:
    """The lines under a heading."""
    rest = lines[lines.index(heading) + 1 :]
    return list(rest[: (*rest, "").index("")])


def visits() -> Book:
    asked = [visit(f"2026-02-{number:02} 10:00", listened="yes") for number in range(10, 16)]
    partly = visit("2026-03-02 10:00", listened="partly", minutes_late=0)
    no, unsaid = visit("2026-03-03 10:00", listened="no", minutes_late=25), visit("2026-03-04 10:00")
    snowed = visit("2026-03-05 10:00", listened="no")
    left = new(
        LeftOut, entry_id=snowed.id, trait="listening", reason="Snow\nall day", left_out_at=at("2026-03-06 10:00")
    )
    return book(*asked, partly, no, unsaid, snowed, left)


def test_a_trait_whole_says_all_there_is() -> None:
    lines = said(visits(), "listening")
    assert lines[:7] == (
        "Listens (how it felt to you): Hears you, and acts on it.",
        "",
        "Dana Whitfield, care co-ordinator.",
        "From Thursday 1 January to Tuesday 31 March.",
        "",
        "You felt listened to 6 of 8 times, and 1 partly. Usually. This is fairly sure.",
        "What you raised was followed up: Nothing recorded yet.",
    )
    assert block(lines, "By month") == [
        "February 2026: 6 yes.",
        "March 2026: 1 partly, 1 no.",
    ]
    assert block(lines, "How this is worked out")[:1] == ["This is how it felt to you."]
    assert lines[-1] == "This is what you wrote down, not everything that happened."
    assert "How soon replies came" not in lines


def test_the_months_begin_with_the_first_that_has_something() -> None:
    between = book(visit("2026-01-12 10:00", listened="yes"), visit("2026-03-12 10:00", listened="no"))
    expected = ["January 2026: 1 yes.", "February 2026: nothing counted.", "March 2026: 1 no."]
    assert block(said(between, "listening"), "By month") == expected
    assert "By month" not in said(book(), "listening")


def test_the_entries_behind_the_headline_are_said_one_by_one_and_those_left_out_with_why() -> None:
    lines = said(visits(), "listening")
    counted = block(lines, "Counted: 8 visits, the newest first")
    assert counted[:3] == [
        "No. Visit: Dana. 25 min late, Tuesday 3 March, 10:00.",
        "Partly. Visit: Dana. On time, Monday 2 March, 10:00.",
        "Yes. Visit: Dana. Went ahead, Sunday 15 February, 10:00.",
    ]
    assert len(counted) == 8
    assert block(lines, "Left out: 2 visits, the newest first") == [
        "You left it out. Your reason: Snow all day. Visit: Dana. Went ahead, Thursday 5 March, 10:00.",
        "Not answered. Visit: Dana. Went ahead, Wednesday 4 March, 10:00.",
    ]


def contacts(answered: int, waiting: int) -> Book:
    """So many contacts, each answered after 26 hours, and so many that still wait."""
    records: list[Contact] = [new(Contact, about=f"Need {number}") for number in range(answered + waiting)]
    tries = [tried(need, f"2026-03-{number + 1:02} 09:00") for number, need in enumerate(records)]
    came = [replied(need, f"2026-03-{number + 2:02} 11:00") for number, need in enumerate(records[:answered])]
    return with_due_times(book(AGREED, *records, *tries, *came))


def test_accessible_also_says_what_is_agreed_and_how_soon_replies_came() -> None:
    lines = said(contacts(4, 1), "accessible")
    agreed_at = lines.index("Ways to get help are agreed: 3 of 4.")
    assert lines[agreed_at + 1 : agreed_at + 5] == (
        "A way to get in touch: yes.",
        "A reply time: yes.",
        "Who covers when they are away: yes.",
        "What to do when it is urgent: no.",
    )
    assert block(lines, "How soon replies came") == [
        "Replies typically came in 26 h. 4 of 5 were answered, 1 is still waiting. The longest wait was 4 weeks."
    ]
    assert block(lines, "Counted: 5 contacts, the newest first")[0].startswith("No. Call: Need 4. ")


def test_too_few_and_too_many_still_waiting_have_no_typical_time() -> None:
    few, open_ones = (
        block(said(contacts(*many), "accessible"), "How soon replies came")[0] for many in ((2, 1), (2, 4))
    )
    assert few.startswith("Too few for a typical time – 3 contacts so far.")
    assert open_ones.startswith("More than half have no reply yet, so there is no typical time.")


def test_a_trait_of_ones_own_is_said_whole_by_its_question() -> None:
    own = OwnTrait(id="own", name="Clear", question="Was it clear?", began_on=day("2026-01-01"))
    answered = visit("2026-03-02 10:00", own=(OwnAnswer(trait_id="own", answer="no"),))
    lines = said(book(own, answered), "own")
    assert lines[0] == "Clear: Was it clear?"
    assert lines[5] == "You said yes: Too few to say – 1 visit so far."
    assert block(lines, "How this is worked out")[0].endswith("your own question: “Was it clear?”")
    assert block(lines, "Counted: 1 visit, the newest first") == ["No. Visit: Dana. Went ahead, Monday 2 March, 10:00."]


def test_nothing_at_all_has_no_entries_to_name() -> None:
    lines = said(book(), "communication")
    assert lines[5] == "Knew the latest about you: Nothing recorded yet."
    assert not [line for line in lines if line.startswith(("Counted", "Left out"))]
