"""Help topics: what the README tells is told in its words, and the rest covers every figure."""

from pathlib import Path

import pytest

from carecompanion.domain.measures import MEASURES
from carecompanion.domain.settings import Settings
from carecompanion.domain.trait_words import TRAITS
from carecompanion.sharing.help_topics import TOLD, Topic, topics
from carecompanion.tui.keymap import BY_ID

README = (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")
USUAL = {name: key.shown for name, key in BY_ID.items()}


def plain(text: str) -> str:
    """Without marks of code and kinds of quotes, and with single blanks."""
    return " ".join(text.translate(str.maketrans("“”", '""', "`*")).split())


@pytest.mark.parametrize("topic", TOLD, ids=lambda topic: topic.id)
def test_a_topic_is_told_as_the_readme_tells_it(topic: Topic) -> None:
    for _heading, words in topic.paragraphs:
        assert plain(words.format_map(USUAL)) in plain(README)


def test_every_figure_of_every_trait_has_its_rule_on_a_page() -> None:
    there = {topic.id: topic for topic in topics(Settings())}
    for trait in TRAITS:
        figures = [measure for measure in MEASURES if measure.trait == trait]
        assert len(there[f"trait {trait}"].paragraphs) == len(figures)


def test_each_topic_has_a_title_of_its_own_and_words() -> None:
    pages = list(topics(Settings()))
    assert len({page.title for page in pages}) == len({page.id for page in pages}) == len(pages)
    assert all(words for page in pages for _, words in page.paragraphs)
