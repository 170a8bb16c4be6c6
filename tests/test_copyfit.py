"""Copyfitting: short last pages are brought back or filled; what cannot be helped is left."""

from __future__ import annotations

from clust_cli.core.printing.copyfit import End, Steps, fitted


def test_pages_that_end_well_are_laid_out_once():
    asked = []

    def lay_out(steps: Steps):
        asked.append(dict(steps))
        return [End(0, 1, 0.05), End(1, 3, 0.6)]

    assert fitted(lay_out) == {}
    assert asked == [{}]


def test_a_short_end_is_set_more_tightly_until_it_is_brought_back():
    def lay_out(steps: Steps):
        return [End(0, 2, 0.1) if steps.get(0, 0) < 3 else End(0, 1, 0.98)]

    assert fitted(lay_out) == {0: 4}


def test_what_tightness_does_not_help_is_filled():
    def lay_out(steps: Steps):
        return [End(0, 2, 0.3 if steps.get(0, 0) == -2 else 0.05)]

    assert fitted(lay_out) == {0: -2}


def test_what_nothing_helps_ends_as_well_as_it_can():
    def lay_out(steps: Steps):
        return [End(0, 2, 0.12 - 0.01 * steps.get(0, 0)), End(1, 2, 0.02)]

    assert fitted(lay_out) == {0: -2}


def test_each_stretch_keeps_the_step_that_helped_it():
    def lay_out(steps: Steps):
        first = End(0, 1, 0.9) if steps.get(0) == 1 else End(0, 3, 0.05)
        second = End(1, 1, 0.9) if steps.get(1) == 4 else End(1, 2, 0.1)
        return [first, second]

    assert fitted(lay_out) == {0: 1, 1: 4}
