"""Documents of any kind, for tests."""

from hypothesis import strategies as st

from carecompanion.sharing.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Room, Table

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 4))
    row = st.lists(TEXT, min_size=columns, max_size=columns).map(tuple)
    return Table(draw(row), draw(st.lists(row, max_size=3).map(tuple)))


BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, TEXT, st.integers(2, 6)),
    st.builds(Paragraph, TEXT, st.booleans()),
    st.builds(Bullets, st.lists(TEXT, max_size=3).map(tuple), st.booleans()),
    _tables(),
    st.builds(Room, TEXT, st.integers(1, 100)),
    st.just(PageBreak()),
)
DOCUMENTS = st.builds(Document, TEXT, st.lists(BLOCKS, max_size=6).map(tuple), st.sampled_from(["en-GB", "cy"]))
