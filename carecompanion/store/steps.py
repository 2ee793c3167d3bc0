"""The steps that lead an empty file to today's tables. A step that has been released is never changed: add the next."""

FIRST = (
    """
    CREATE TABLE people (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, name VARCHAR NOT NULL, role VARCHAR NOT NULL, phone VARCHAR, email VARCHAR,
        text_number VARCHAR, address VARCHAR, note VARCHAR
    )
    """,
    """
    CREATE TABLE coordinations (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, person_id VARCHAR NOT NULL REFERENCES people (id), began_on VARCHAR NOT NULL,
        ended_on VARCHAR, told_on VARCHAR, handover VARCHAR
    )
    """,
    """
    CREATE TABLE agreements (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, starts_on VARCHAR NOT NULL, person_id VARCHAR REFERENCES people (id),
        routes VARCHAR NOT NULL, reply_within INTEGER, reply_unit VARCHAR, opens VARCHAR, closes VARCHAR,
        weekdays VARCHAR, cover VARCHAR, urgent_route VARCHAR, meet_every_days INTEGER, usual_minutes INTEGER,
        written INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE contacts (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, about VARCHAR NOT NULL, due_at VARCHAR, urgent INTEGER NOT NULL, closed_at VARCHAR,
        closed_why VARCHAR
    )
    """,
    """
    CREATE TABLE attempts (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, contact_id VARCHAR NOT NULL REFERENCES contacts (id), at VARCHAR NOT NULL,
        route VARCHAR NOT NULL, outcome VARCHAR NOT NULL, to_person_id VARCHAR REFERENCES people (id),
        "to" VARCHAR, note VARCHAR
    )
    """,
    """
    CREATE TABLE replies (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, contact_id VARCHAR NOT NULL REFERENCES contacts (id), at VARCHAR NOT NULL,
        kind VARCHAR NOT NULL, by_person_id VARCHAR REFERENCES people (id), "by" VARCHAR, told_next VARCHAR,
        settled VARCHAR, note VARCHAR
    )
    """,
    """
    CREATE TABLE appointments (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, planned_at VARCHAR NOT NULL, status VARCHAR NOT NULL,
        person_id VARCHAR REFERENCES people (id), with_ VARCHAR, planned_minutes INTEGER, place VARCHAR,
        kind VARCHAR, told_at VARCHAR, reason VARCHAR, moved_to_id VARCHAR REFERENCES appointments (id),
        minutes_late INTEGER, minutes_given INTEGER, on_time VARCHAR, full_time VARCHAR, listened VARCHAR,
        comfortable VARCHAR, knew_latest VARCHAR, kind_to_me VARCHAR, next_known VARCHAR, put_right VARCHAR,
        note VARCHAR, did_not_say VARCHAR
    )
    """,
    """
    CREATE TABLE points (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, text VARCHAR NOT NULL, raised_at VARCHAR NOT NULL,
        appointment_id VARCHAR REFERENCES appointments (id), contact_id VARCHAR REFERENCES contacts (id),
        outcome VARCHAR, outcome_on VARCHAR
    )
    """,
    """
    CREATE TABLE promises (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, text VARCHAR NOT NULL, made_on VARCHAR NOT NULL,
        by_person_id VARCHAR REFERENCES people (id), due_on VARCHAR, outcome VARCHAR, outcome_on VARCHAR
    )
    """,
    """
    CREATE TABLE changes (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, what VARCHAR NOT NULL, effective_on VARCHAR NOT NULL, kind VARCHAR, told_on VARCHAR,
        never_told INTEGER NOT NULL, reason_given VARCHAR, my_say VARCHAR, note VARCHAR
    )
    """,
    """
    CREATE TABLE updates (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, what VARCHAR NOT NULL, told_on VARCHAR NOT NULL, recipients VARCHAR NOT NULL,
        note VARCHAR
    )
    """,
    """
    CREATE TABLE absences (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, person_id VARCHAR NOT NULL REFERENCES people (id), from_on VARCHAR NOT NULL,
        to_on VARCHAR, told_before VARCHAR, cover_named VARCHAR, cover_worked VARCHAR, note VARCHAR
    )
    """,
    """
    CREATE TABLE notes (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, at VARCHAR NOT NULL, text VARCHAR NOT NULL, kind VARCHAR NOT NULL
    )
    """,
    """
    CREATE TABLE settings (
        id INTEGER NOT NULL PRIMARY KEY, nation VARCHAR NOT NULL, time_zone VARCHAR NOT NULL,
        role_word VARCHAR NOT NULL, closed_days VARCHAR NOT NULL, late_grace_minutes INTEGER NOT NULL,
        gap_grace_days INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE drafts (
        sheet VARCHAR NOT NULL PRIMARY KEY, fields VARCHAR NOT NULL, written_at VARCHAR NOT NULL
    )
    """,
    """
    CREATE TABLE journal (
        id VARCHAR NOT NULL PRIMARY KEY, made_at VARCHAR NOT NULL
    )
    """,
)

SECOND = (
    """
    CREATE TABLE own_traits (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, name VARCHAR NOT NULL, question VARCHAR NOT NULL, began_on VARCHAR NOT NULL,
        person_id VARCHAR REFERENCES people (id), retired_on VARCHAR
    )
    """,
    """
    CREATE TABLE left_out (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, entry_id VARCHAR NOT NULL, trait VARCHAR NOT NULL, reason VARCHAR NOT NULL,
        left_out_at VARCHAR NOT NULL, put_back_at VARCHAR
    )
    """,
    "ALTER TABLE appointments ADD COLUMN own VARCHAR NOT NULL DEFAULT '[]'",
    "ALTER TABLE promises ADD COLUMN appointment_id VARCHAR REFERENCES appointments (id)",
    "ALTER TABLE promises ADD COLUMN contact_id VARCHAR REFERENCES contacts (id)",
    "ALTER TABLE updates ADD COLUMN appointment_id VARCHAR REFERENCES appointments (id)",
    "ALTER TABLE updates ADD COLUMN contact_id VARCHAR REFERENCES contacts (id)",
)
"""Traits of one's own, entries left out, and what promises and news came from."""

THIRD = (
    """
    CREATE TABLE acts (
        id INTEGER NOT NULL PRIMARY KEY, at VARCHAR NOT NULL, state VARCHAR NOT NULL
    )
    """,
    """
    CREATE TABLE versions (
        act_id INTEGER NOT NULL REFERENCES acts (id), record_id VARCHAR NOT NULL, list_name VARCHAR NOT NULL,
        held VARCHAR, PRIMARY KEY (act_id, record_id)
    )
    """,
    "CREATE INDEX ix_versions_record_id ON versions (record_id)",
    # `key` is a number made of the record's id, `number` that of its row in the index
    "CREATE TABLE findable (key INTEGER NOT NULL PRIMARY KEY, number INTEGER NOT NULL)",
    "CREATE TABLE views (name VARCHAR NOT NULL PRIMARY KEY, chosen VARCHAR NOT NULL)",
    # with the words themselves, without which nothing that is deleted for good can be taken out of the index
    """
    CREATE VIRTUAL TABLE words USING fts5(
        record_id UNINDEXED, text, tokenize = 'ascii', prefix = '1 2 3', detail = none
    )
    """,
    "INSERT INTO words (words, rank) VALUES ('secure-delete', 1)",
)
"""What was done and can be undone, the index of words, and ways of looking that have a name."""

FOURTH = ("CREATE TABLE choices (name VARCHAR NOT NULL PRIMARY KEY, chosen VARCHAR NOT NULL)",)
"""What a person chose about the program itself."""

FIFTH = (
    """
    CREATE TABLE reviews (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, appointment_id VARCHAR REFERENCES appointments (id), first_day VARCHAR, last_day VARCHAR,
        who_there VARCHAR, matters_most VARCHAR, say_first VARCHAR, copy_received_on VARCHAR
    )
    """,
    """
    CREATE TABLE review_points (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, review_id VARCHAR NOT NULL REFERENCES reviews (id), side VARCHAR NOT NULL, drawn_from VARCHAR,
        brought VARCHAR NOT NULL, text VARCHAR, wish VARCHAR, taken INTEGER NOT NULL, place INTEGER
    )
    """,
    """
    CREATE TABLE role_answers (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, item VARCHAR NOT NULL, answered_on VARCHAR NOT NULL, answer VARCHAR, asked_on VARCHAR
    )
    """,
    """
    CREATE TABLE letters (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, kind VARCHAR NOT NULL, begun_on VARCHAR NOT NULL, written_in VARCHAR, "to" VARCHAR,
        my_name VARCHAR, reach_me VARCHAR, service VARCHAR, happened_on VARCHAR, happened VARCHAR,
        involved VARCHAR, affected VARCHAR, look_into VARCHAR, wanted VARCHAR, enclosed VARCHAR,
        brought VARCHAR NOT NULL, sent_at VARCHAR, route VARCHAR, contact_id VARCHAR REFERENCES contacts (id)
    )
    """,
    """
    CREATE TABLE letter_steps (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, letter_id VARCHAR NOT NULL REFERENCES letters (id), kind VARCHAR NOT NULL,
        happened_on VARCHAR NOT NULL, note VARCHAR
    )
    """,
    """
    CREATE TABLE shared_copies (
        id VARCHAR NOT NULL PRIMARY KEY, written_at VARCHAR, written_by VARCHAR, keep_out INTEGER NOT NULL,
        private VARCHAR, at VARCHAR NOT NULL, document VARCHAR NOT NULL, file_format VARCHAR NOT NULL,
        names VARCHAR NOT NULL, dates VARCHAR NOT NULL, large_print INTEGER NOT NULL, given_to VARCHAR,
        review_id VARCHAR REFERENCES reviews (id), letter_id VARCHAR REFERENCES letters (id)
    )
    """,
)
"""Reviews and their points, what the role promises, letters and what came of them, and what was shared."""

STEPS: tuple[tuple[str, ...], ...] = (FIRST, SECOND, THIRD, FOURTH, FIFTH)
"""Step n brings a file from version n to n + 1."""
