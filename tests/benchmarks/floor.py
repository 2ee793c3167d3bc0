"""The least a Textual program does: a header, a table of 40 rows, a footer. Everything is measured beside it."""

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header


class Floor(App[None]):
    """Nothing but widgets of the library."""

    def compose(self) -> ComposeResult:
        """Three of them."""
        yield Header()
        yield DataTable()
        yield Footer()

    def on_mount(self) -> None:
        """Forty rows."""
        table = self.query_one(DataTable)
        table.add_columns("when", "kind", "what")
        table.cursor_type = "row"
        for row in range(40):
            table.add_row(f"{row:02d}:00", "Text", f"Row {row} is here")
        table.focus()


if __name__ == "__main__":
    Floor().run()
