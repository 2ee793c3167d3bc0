"""The rows that are no records: drafts, what was done, the index of words, named ways of looking, choices."""

from sqlmodel import Field, SQLModel


class DraftRow(SQLModel, table=True):
    """What stood in a sheet that was not finished; `fields` is JSON."""

    __tablename__ = "drafts"
    model_config = {"hide_input_in_errors": True}

    sheet: str = Field(primary_key=True)
    fields: str
    written_at: str

    def __repr__(self) -> str:
        return f"<DraftRow {self.sheet}>"

    __str__ = __repr__


class ActRow(SQLModel, table=True):
    """Something that was done to the journal: "done", "undone", or "passed" when it was undone and left behind."""

    __tablename__ = "acts"

    id: int | None = Field(default=None, primary_key=True)
    at: str
    state: str


class VersionRow(SQLModel, table=True):
    """What an act changed a record from, or to while it is undone; `held` is JSON, nothing when it was not there."""

    __tablename__ = "versions"
    model_config = {"hide_input_in_errors": True}

    act_id: int = Field(primary_key=True, foreign_key="acts.id")
    record_id: str = Field(primary_key=True, index=True)
    list_name: str
    held: str | None = None

    def __repr__(self) -> str:
        return f"<VersionRow {self.act_id} {self.record_id}>"

    __str__ = __repr__


class FindableRow(SQLModel, table=True):
    """Where a record's words stand in the index of words; `key` is made of the record's id."""

    __tablename__ = "findable"

    key: int = Field(primary_key=True)
    number: int


class ViewRow(SQLModel, table=True):
    """A way of looking at the journal that was given a name; `chosen` is JSON."""

    __tablename__ = "views"
    model_config = {"hide_input_in_errors": True}

    name: str = Field(primary_key=True)
    chosen: str

    def __repr__(self) -> str:
        return "<ViewRow>"

    __str__ = __repr__


class ChoiceRow(SQLModel, table=True):
    """What a person chose about the program itself, such as after how long it hides."""

    __tablename__ = "choices"

    name: str = Field(primary_key=True)
    chosen: str

    def __repr__(self) -> str:
        return f"<ChoiceRow {self.name}>"

    __str__ = __repr__


class JournalRow(SQLModel, table=True):
    """The one row that tells this journal from another: copies of it carry the same id."""

    __tablename__ = "journal"

    id: str = Field(primary_key=True)
    made_at: str
