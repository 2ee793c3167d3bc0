"""What is going well and what could be better: the figures of a journal, chosen by one rule read from both ends.

|                  | going well                             | could be better                          |
|------------------|----------------------------------------|------------------------------------------|
| counts           | 5 entries or more                      | 5 entries or more                        |
| how often        | met in a third of them or more         | missed in a third of them or more        |
| which come first | those met most often                   | those missed most often                  |
| how many         | one of each trait, at most 3           | one of each trait, at most 3             |
| on both sides    | stays here when met more often than not | stays here when missed more often than not |
| examples         | the last 5 that were met               | the last 5 that were missed              |

A partly counts as half on either side. A figure that was met exactly as often as missed stays on neither, when both
sides chose it. Where fewer than 2 were met, or missed, the examples are filled up with those that were so partly.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from carecompanion.domain.evidence import Counted, Measurement
from carecompanion.domain.tally import ENOUGH, Verdict
from carecompanion.domain.traits import Assessment, TraitAssessment

SHARE = Fraction(1, 3)
"""How much of a figure has to be met for it to go well, and to be missed for it to be better."""
MOST = 3
"""More than so many matters are not brought to one review."""
FEWEST_EXAMPLES, MOST_EXAMPLES = 2, 5


@dataclass(frozen=True, slots=True, repr=False)
class Matter:
    """One figure brought to a review, the trait it belongs to, and examples of it, the newest first."""

    trait: TraitAssessment
    measurement: Measurement
    examples: tuple[Counted, ...]

    @property
    def is_in_part(self) -> bool:
        """Whether some of its examples were so only partly."""
        return any(each.verdict == "partly" for each in self.examples)


@dataclass(frozen=True, slots=True, repr=False)
class Sides:
    """What is going well, and what could be better; of each the clearest first."""

    well: tuple[Matter, ...]
    better: tuple[Matter, ...]


def sides(assessment: Assessment) -> Sides:
    """Both sides of an assessment, each chosen by the rule above."""
    figures = [(trait, each) for trait in assessment.traits for each in trait.measurements if _is_enough(each)]
    well, better = _chosen(figures, "met"), _chosen(figures, "missed")
    both = {each.id for _, each in well} & {each.id for _, each in better}
    return Sides(
        tuple(matter_of(trait, each, "met") for trait, each in well if _stays(each, "met", both)),
        tuple(matter_of(trait, each, "missed") for trait, each in better if _stays(each, "missed", both)),
    )


def matter_of(trait: TraitAssessment, measurement: Measurement, verdict: Verdict) -> Matter:
    """A figure as it is brought to a review, with the last entries that came out so."""
    return Matter(trait, measurement, _examples(measurement, verdict))


Figure = tuple[TraitAssessment, Measurement]


def _is_enough(measurement: Measurement) -> bool:
    return measurement.tally.of >= ENOUGH and not measurement.checklist


def _share(measurement: Measurement, verdict: Verdict) -> Fraction:
    """How much of a figure came out so, a partly as half."""
    tally = measurement.tally
    whole = tally.met if verdict == "met" else tally.missed
    return Fraction(2 * whole + tally.partly, 2 * tally.of)


def _chosen(figures: Iterable[Figure], verdict: Verdict) -> list[Figure]:
    clearest = sorted(figures, key=lambda figure: -_share(figure[1], verdict))
    chosen: dict[str, Figure] = {}
    for trait, measurement in clearest:
        if _share(measurement, verdict) >= SHARE:
            chosen.setdefault(trait.id, (trait, measurement))
    return list(chosen.values())[:MOST]


def _stays(measurement: Measurement, verdict: Verdict, both: set[str]) -> bool:
    return measurement.id not in both or _share(measurement, verdict) > Fraction(1, 2)


def _examples(measurement: Measurement, verdict: Verdict) -> tuple[Counted, ...]:
    newest = measurement.counted[::-1]
    plain = [each for each in newest if each.verdict == verdict]
    filled = (
        plain if len(plain) >= FEWEST_EXAMPLES else [each for each in newest if each.verdict in (verdict, "partly")]
    )
    return tuple(filled[:MOST_EXAMPLES])
