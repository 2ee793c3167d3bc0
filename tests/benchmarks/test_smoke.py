"""The benchmarks run, and nothing is slower than a slow machine under load would make it."""

import statistics

import pytest

from tests.benchmarks.__main__ import measure, table

SIZE = 1000


@pytest.mark.slow
def test_the_benchmarks_run_and_no_figure_is_out_of_all_proportion() -> None:
    figures = measure(1, [SIZE])
    middle = {name: statistics.median(values) for name, values in figures.items()}
    assert middle["unlock screen"] < 2 * middle["floor ready"]
    assert middle["demo's Today"] < 4 * middle["floor ready"]
    assert middle[f"key in the list, {SIZE:,}"] < 4 * middle["floor key"]
    assert middle[f"memory, {SIZE:,}"] < 3 * middle["floor memory"]
    assert middle[f"save to visible, {SIZE:,}"] < 0.5
    assert middle[f"a point in or out, {SIZE:,}"] < 0.5
    assert middle[f"a trait opens, {SIZE:,}"] < 0.5
    assert middle[f"assess everything, {SIZE:,}"] < 0.5
    assert middle[f"first letter of find, {SIZE:,}"] < 0.5
    assert len(table(figures).splitlines()) == 2 + len({name.partition(", ")[0] for name in figures})
