"""The row classes of reviews, letters and what is shared, field for field as their records."""

from carecompanion.store.row import Row, must_refer_to, refers_to


class CareReviewRow(Row, table=True):
    __tablename__ = "reviews"

    appointment_id: str | None = refers_to("appointments")
    first_day: str | None = None
    last_day: str | None = None
    who_there: str | None = None
    matters_most: str | None = None
    say_first: str | None = None
    copy_received_on: str | None = None


class ReviewPointRow(Row, table=True):
    __tablename__ = "review_points"

    review_id: str = must_refer_to("reviews")
    side: str
    drawn_from: str | None = None
    brought: str = "[]"
    text: str | None = None
    wish: str | None = None
    taken: int = 1
    place: int | None = None


class RoleAnswerRow(Row, table=True):
    __tablename__ = "role_answers"

    item: str
    answered_on: str
    answer: str | None = None
    asked_on: str | None = None


class LetterRow(Row, table=True):
    __tablename__ = "letters"

    kind: str
    begun_on: str
    written_in: str | None = None
    to: str | None = None
    my_name: str | None = None
    reach_me: str | None = None
    service: str | None = None
    happened_on: str | None = None
    happened: str | None = None
    involved: str | None = None
    affected: str | None = None
    look_into: str | None = None
    wanted: str | None = None
    enclosed: str | None = None
    brought: str = "[]"
    sent_at: str | None = None
    route: str | None = None
    contact_id: str | None = refers_to("contacts")


class LetterStepRow(Row, table=True):
    __tablename__ = "letter_steps"

    letter_id: str = must_refer_to("letters")
    kind: str
    happened_on: str
    note: str | None = None


class SharedCopyRow(Row, table=True):
    __tablename__ = "shared_copies"

    at: str
    document: str
    file_format: str
    names: str = "written"
    dates: str = "exact"
    large_print: int = 0
    given_to: str | None = None
    review_id: str | None = refers_to("reviews")
    letter_id: str | None = refers_to("letters")
