"""One row class per record, field for field; how a field becomes text or a number and back is in columns.py."""

from sqlmodel import Field, SQLModel

from carecompanion.domain.records import LISTS, Record
from carecompanion.store.review_tables import (
    CareReviewRow,
    LetterRow,
    LetterStepRow,
    ReviewPointRow,
    RoleAnswerRow,
    SharedCopyRow,
)
from carecompanion.store.row import Row, must_refer_to, refers_to


class PersonRow(Row, table=True):
    __tablename__ = "people"

    name: str
    role: str
    phone: str | None = None
    email: str | None = None
    text_number: str | None = None
    address: str | None = None
    note: str | None = None


class CoordinationRow(Row, table=True):
    __tablename__ = "coordinations"

    person_id: str = must_refer_to("people")
    began_on: str
    ended_on: str | None = None
    told_on: str | None = None
    handover: str | None = None


class AgreementRow(Row, table=True):
    __tablename__ = "agreements"

    starts_on: str
    person_id: str | None = refers_to("people")
    routes: str = "[]"
    reply_within: int | None = None
    reply_unit: str | None = None
    opens: str | None = None
    closes: str | None = None
    weekdays: str | None = None
    cover: str | None = None
    urgent_route: str | None = None
    meet_every_days: int | None = None
    usual_minutes: int | None = None
    written: int = 0


class OwnTraitRow(Row, table=True):
    __tablename__ = "own_traits"

    name: str
    question: str
    began_on: str
    person_id: str | None = refers_to("people")
    retired_on: str | None = None


class ContactRow(Row, table=True):
    __tablename__ = "contacts"

    about: str
    due_at: str | None = None
    urgent: int = 0
    closed_at: str | None = None
    closed_why: str | None = None


class AttemptRow(Row, table=True):
    __tablename__ = "attempts"

    contact_id: str = must_refer_to("contacts")
    at: str
    route: str
    outcome: str
    to_person_id: str | None = refers_to("people")
    to: str | None = None
    note: str | None = None


class ReplyRow(Row, table=True):
    __tablename__ = "replies"

    contact_id: str = must_refer_to("contacts")
    at: str
    kind: str
    by_person_id: str | None = refers_to("people")
    by: str | None = None
    told_next: str | None = None
    settled: str | None = None
    note: str | None = None


class AppointmentRow(Row, table=True):
    __tablename__ = "appointments"

    planned_at: str
    status: str = "planned"
    person_id: str | None = refers_to("people")
    with_: str | None = None
    planned_minutes: int | None = None
    place: str | None = None
    kind: str | None = None
    told_at: str | None = None
    reason: str | None = None
    moved_to_id: str | None = refers_to("appointments")
    minutes_late: int | None = None
    minutes_given: int | None = None
    on_time: str | None = None
    full_time: str | None = None
    listened: str | None = None
    comfortable: str | None = None
    knew_latest: str | None = None
    kind_to_me: str | None = None
    next_known: str | None = None
    put_right: str | None = None
    note: str | None = None
    did_not_say: str | None = None
    own: str = Field(default="[]", sa_column_kwargs={"server_default": "[]"})


class PointRow(Row, table=True):
    __tablename__ = "points"

    text: str
    raised_at: str
    appointment_id: str | None = refers_to("appointments")
    contact_id: str | None = refers_to("contacts")
    outcome: str | None = None
    outcome_on: str | None = None


class PromiseRow(Row, table=True):
    __tablename__ = "promises"

    text: str
    made_on: str
    by_person_id: str | None = refers_to("people")
    due_on: str | None = None
    outcome: str | None = None
    outcome_on: str | None = None
    appointment_id: str | None = refers_to("appointments")
    contact_id: str | None = refers_to("contacts")


class ChangeRow(Row, table=True):
    __tablename__ = "changes"

    what: str
    effective_on: str
    kind: str | None = None
    told_on: str | None = None
    never_told: int = 0
    reason_given: str | None = None
    my_say: str | None = None
    note: str | None = None


class UpdateRow(Row, table=True):
    __tablename__ = "updates"

    what: str
    told_on: str
    recipients: str = "[]"
    note: str | None = None
    appointment_id: str | None = refers_to("appointments")
    contact_id: str | None = refers_to("contacts")


class AbsenceRow(Row, table=True):
    __tablename__ = "absences"

    person_id: str = must_refer_to("people")
    from_on: str
    to_on: str | None = None
    told_before: str | None = None
    cover_named: str | None = None
    cover_worked: str | None = None
    note: str | None = None


class NoteRow(Row, table=True):
    __tablename__ = "notes"

    at: str
    text: str
    kind: str = "note"


class LeftOutRow(Row, table=True):
    """`entry_id` is that of a record in any of several lists, which no reference of a table can say."""

    __tablename__ = "left_out"

    entry_id: str
    trait: str
    reason: str
    left_out_at: str
    put_back_at: str | None = None


class SettingsRow(SQLModel, table=True):
    """The one row of what the journal is set to."""

    __tablename__ = "settings"

    id: int = Field(primary_key=True)
    nation: str
    time_zone: str
    role_word: str
    closed_days: str
    late_grace_minutes: int
    gap_grace_days: int


ROWS: dict[type[Record], type[Row]] = {
    LISTS[str(row.__tablename__)]: row
    for row in (
        PersonRow,
        CoordinationRow,
        AgreementRow,
        OwnTraitRow,
        ContactRow,
        AttemptRow,
        ReplyRow,
        AppointmentRow,
        PointRow,
        PromiseRow,
        ChangeRow,
        UpdateRow,
        AbsenceRow,
        NoteRow,
        LeftOutRow,
        CareReviewRow,
        ReviewPointRow,
        RoleAnswerRow,
        LetterRow,
        LetterStepRow,
        SharedCopyRow,
    )
}
"""The row class of each record, in the order of LISTS."""
