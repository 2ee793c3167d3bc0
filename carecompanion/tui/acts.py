"""Every act in plain words: how a person would ask for it, what else they may call it, and where it is done."""

from dataclasses import dataclass

from carecompanion.language import _


@dataclass(frozen=True, slots=True)
class Act:
    """An act by the words it is offered with; `also` are others it is known by; `place` where it is done, if in one."""

    words: str
    also: str = ""
    place: str = ""


ACTS: dict[str, Act] = {
    "contact": Act(
        _("Write down that you got in touch"), _("contact rang phoned called texted emailed voicemail letter")
    ),
    "reply": Act(_("Write down that they replied"), _("reply answer answered response rang called back")),
    "visit": Act(_("Say how a visit went"), _("appointment meeting review saw check in went")),
    "note": Act(_("Write a note"), _("diary good hard thing words")),
    "appointment": Act(_("Write down an appointment"), _("visit meeting date coming up plan")),
    "something": Act(
        _("Write down something asked for, promised or changed"),
        _("ask request promise change news away absence handover new co-ordinator"),
    ),
    "find": Act(_("Find words in your journal"), _("search look for")),
    "undo": Act(_("Undo the last thing"), _("take back mistake wrong")),
    "redo": Act(_("Do again what was undone"), "redo"),
    "hide": Act(_("Hide the screen"), _("lock private blank quick")),
    "help_now": Act(_("Help now: numbers to ring"), _("crisis urgent emergency samaritans 999 111")),
    "keys": Act(_("See what can be done here"), _("keys help shortcuts")),
    "close": Act(_("Close the program"), _("leave exit end stop")),
    "today": Act(_("Go to Today"), _("start home first")),
    "journal": Act(_("Go to Journal"), _("entries list everything")),
    "traits": Act(_("Go to Traits"), _("how well going figures measures score")),
    "team": Act(_("Go to Team"), _("people names phone")),
    "review": Act(_("Go to Review"), _("prepare care review meeting points document")),
    "safety": Act(_("Go to Safety"), _("passphrase password backup lock")),
    "settings": Act(_("Go to Settings"), _("options preferences choose nation theme")),
    "narrow": Act(_("Choose what Journal shows"), _("filters person trait waiting promised"), "journal"),
    "type": Act(_("Show one type of entry in Journal"), _("filter kind"), "journal"),
    "period": Act(_("Show another time in Journal"), _("filter dates months"), "journal"),
    "trash": Act(_("See what was deleted"), _("trash bin restore put back removed"), "journal"),
    "whose": Act(_("Look at another co-ordinator’s time"), _("whose before"), "traits"),
    "own_trait": Act(_("Add a trait of your own"), _("question measure"), "traits"),
    "how": Act(_("See how the figure in hand is worked out"), _("why explain"), "traits"),
    "add_person": Act(_("Add someone to your team"), _("person nurse doctor co-ordinator name"), "team"),
    "agreement": Act(_("Write down what was agreed"), _("agreement reply time promise how soon"), "team"),
    "put_in": Act(_("Put the point in hand in, or leave it out"), _("include exclude tick"), "review"),
    "reword": Act(_("Say the point in hand in your own words"), _("change wish would like"), "review"),
    "own_point": Act(_("Add a point of your own to your review"), _("say ask write"), "review"),
    "preview": Act(_("Read your review as it will read"), _("document preview page"), "review"),
    "care_review": Act(_("Say when your review is, and who is to be there"), _("date day copy days"), "review"),
    "save_copy": Act(_("Save a copy of your review to take with you"), _("pdf print document export page"), "review"),
    "walk": Act(_("Go through your review together"), _("guided walk questions supporter prepare"), "review"),
    "rehearse": Act(_("Practise what you will say"), _("rehearse try aloud"), "review"),
    "letters": Act(_("Write a letter, or see those you wrote"), _("complaint concern change thank you plan"), "review"),
    "role": Act(_("See what the role promises"), _("checklist rights expect"), "review"),
    "shared": Act(_("See what you have shared"), _("copies given frozen"), "review"),
    "open": Act(_("Open what is in hand"), _("show whole entry")),
    "change": Act(_("Change the entry in hand, or say what came of it"), _("correct put right outcome")),
    "delete": Act(_("Delete the entry in hand"), "remove"),
    "bring": Act(_("Bring what is in hand to your review"), _("evidence point take along")),
    "before": Act(_("See what the entry in hand was before"), _("versions history earlier")),
    "leave_out": Act(_("Leave the entry in hand out of a trait"), _("exclude put back"), ""),
}
"""In the order they are offered in."""

ON_AN_ENTRY = _("This is about one entry, and none is in hand here. In Journal, ↑ and ↓ take one in hand.")
ON_A_TRAIT = _("This is done behind a trait: open one in Traits, then an entry can be left out.")
WRITING = _("You are in the middle of something here. Leave it with esc first; what you wrote is kept.")
NOT_OPEN = _("Your journal is not open yet, so this has to wait.")
NOTHING_WAITS = _("Nothing is waiting for a reply, so there is nothing to answer.")
