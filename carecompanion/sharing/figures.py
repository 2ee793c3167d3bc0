"""The figures of the traits as JSON, for scripts."""

import json

from carecompanion.domain.evidence import Excluded, Measurement
from carecompanion.domain.traits import Assessment, ResponseTime, TraitAssessment

PLACES = 4
"""Decimal places of shares and hours."""


def figures(assessment: Assessment) -> str:
    """An assessment as JSON: every measure with its tally, its word, its interval, and the ids behind it."""
    document = {
        "as_of": assessment.as_of.isoformat(),
        "from": assessment.period.first.isoformat(),
        "to": assessment.period.last.isoformat(),
        "co_ordinator": assessment.coordinator.id if assessment.coordinator else None,
        "traits": [_trait(trait) for trait in assessment.traits],
        "response_time": _response_time(assessment.response_time),
    }
    return json.dumps(document, indent=1, ensure_ascii=False)


def _trait(trait: TraitAssessment) -> dict[str, object]:
    named = {"name": trait.own.name, "question": trait.own.question} if trait.own else {}
    return {
        "id": trait.id,
        **named,
        "headline": trait.headline.id,
        "word": trait.headline.word,
        "measures": [_measure(measurement) for measurement in trait.measurements],
    }


def _measure(measurement: Measurement) -> dict[str, object]:
    tally, interval = measurement.tally, measurement.interval
    return {
        "id": measurement.id,
        "met": tally.met,
        "partly": tally.partly,
        "of": tally.of,
        "word": measurement.word,
        "lower": round(interval.lower, PLACES) if interval else None,
        "upper": round(interval.upper, PLACES) if interval else None,
        "lately": measurement.trend,
        "counted": [counted.record.id for counted in measurement.counted],
        "excluded": [_excluded(excluded) for excluded in measurement.excluded],
    }


def _excluded(excluded: Excluded) -> dict[str, str]:
    said = {"id": excluded.record.id, "why": excluded.why.replace("_", " ")}
    return said | {"reason": excluded.left_out.reason} if excluded.left_out else said


def _response_time(response: ResponseTime) -> dict[str, object]:
    hours = [wait.total_seconds() / 3600 if wait is not None else None for wait in (response.median, response.longest)]
    return {
        "contacts": response.contacts,
        "answered": response.answered,
        "waiting": response.waiting,
        "median_hours": round(hours[0], PLACES) if hours[0] is not None else None,
        "longest_hours": round(hours[1], PLACES) if hours[1] is not None else None,
    }
