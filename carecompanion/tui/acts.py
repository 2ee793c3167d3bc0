"""Every act in plain words: how a person would ask for it, what else they may call it, and where it is done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """An act by the words it is offered with; `also` are others it is known by; `place` where it is done, if in one."""

    words: str
    also: str = ""
    place: str = ""


ACTS: dict[str, Act] = {
    "contact": Act("Write down that you got in touch", "contact rang phoned called texted emailed voicemail letter"),
    "reply": Act("Write down that they replied", "reply answer answered response rang called back"),
    "visit": Act("Say how a visit went", "appointment meeting review saw check in went"),
    "note": Act("Write a note", "diary good hard thing words"),
    "appointment": Act("Write down an appointment", "visit meeting date coming up plan"),
    "something": Act(
        "Write down something asked for, promised or changed",
        "ask request promise change news away absence handover new co-ordinator",
    ),
    "find": Act("Find words in your journal", "search look for"),
    "undo": Act("Undo the last thing", "take back mistake wrong"),
    "redo": Act("Do again what was undone", "redo"),
    "hide": Act("Hide the screen", "lock private blank quick"),
    "help_now": Act("Help now: numbers to ring", "crisis urgent emergency samaritans 999 111"),
    "keys": Act("See what can be done here", "keys help shortcuts"),
    "close": Act("Close the program", "leave exit end stop"),
    "today": Act("Go to Today", "start home first"),
    "journal": Act("Go to Journal", "entries list everything"),
    "traits": Act("Go to Traits", "how well going figures measures score"),
    "team": Act("Go to Team", "people names phone"),
    "review": Act("Go to Review", "prepare care review meeting points document"),
    "safety": Act("Go to Safety", "passphrase password backup lock"),
    "settings": Act("Go to Settings", "options preferences choose nation theme"),
    "narrow": Act("Choose what Journal shows", "filters person trait waiting promised", "journal"),
    "type": Act("Show one type of entry in Journal", "filter kind", "journal"),
    "period": Act("Show another time in Journal", "filter dates months", "journal"),
    "trash": Act("See what was deleted", "trash bin restore put back removed", "journal"),
    "whose": Act("Look at another co-ordinator’s time", "whose before", "traits"),
    "own_trait": Act("Add a trait of your own", "question measure", "traits"),
    "how": Act("See how the figure in hand is worked out", "why explain", "traits"),
    "add_person": Act("Add someone to your team", "person nurse doctor co-ordinator name", "team"),
    "agreement": Act("Write down what was agreed", "agreement reply time promise how soon", "team"),
    "put_in": Act("Put the point in hand in, or leave it out", "include exclude tick", "review"),
    "reword": Act("Say the point in hand in your own words", "change wish would like", "review"),
    "own_point": Act("Add a point of your own to your review", "say ask write", "review"),
    "preview": Act("Read your review as it will read", "document preview page", "review"),
    "care_review": Act("Say when your review is, and who is to be there", "date day copy days", "review"),
    "save_copy": Act("Save a copy of your review to take with you", "pdf print document export page", "review"),
    "walk": Act("Go through your review together", "guided walk questions supporter prepare", "review"),
    "rehearse": Act("Practise what you will say", "rehearse try aloud", "review"),
    "letters": Act("Write a letter, or see those you wrote", "complaint concern change thank you plan", "review"),
    "role": Act("See what the role promises", "checklist rights expect", "review"),
    "shared": Act("See what you have shared", "copies given frozen", "review"),
    "open": Act("Open what is in hand", "show whole entry"),
    "change": Act("Change the entry in hand, or say what came of it", "correct put right outcome"),
    "delete": Act("Delete the entry in hand", "remove"),
    "bring": Act("Bring what is in hand to your review", "evidence point take along"),
    "before": Act("See what the entry in hand was before", "versions history earlier"),
    "leave_out": Act("Leave the entry in hand out of a trait", "exclude put back", ""),
}
"""In the order they are offered in."""

ON_AN_ENTRY = "This is about one entry, and none is in hand here. In Journal, ↑ and ↓ take one in hand."
ON_A_TRAIT = "This is done behind a trait: open one in Traits, then an entry can be left out."
WRITING = "You are in the middle of something here. Leave it with esc first; what you wrote is kept."
NOT_OPEN = "Your journal is not open yet, so this has to wait."
NOTHING_WAITS = "Nothing is waiting for a reply, so there is nothing to answer."
