"""A help topic on a page of its own, with the keys as they are now."""

from itertools import groupby

from textual.content import Content

from carecompanion.sharing.help_topics import Topic
from carecompanion.tui.keymap import BY_ID, shown
from carecompanion.tui.parts.drawing import bold, lines, say
from carecompanion.tui.parts.page import Page


def help_page(topic: Topic) -> Page:
    """Its title, and its paragraphs below their headings."""
    keys = {name: shown(name) for name in BY_ID}
    rows: list[Content] = [say(bold(topic.title))]
    for heading, told in groupby(topic.paragraphs, key=lambda paragraph: paragraph[0]):
        rows += [say(""), *([say(bold(heading))] if heading else [])]
        rows += [say(words.format_map(keys)) for _, words in told]
    words = lines(*rows)
    return Page(lambda _width: words)
