import pytest

from szassist.evaluation.summary import estimate, latency


def test_the_estimate_is_the_mean_with_the_number_of_cases() -> None:
    found = estimate([1, 1, 1, 0])
    assert (found.value, found.n) == (0.75, 4)


def test_the_interval_is_that_of_the_binomial_for_outcomes() -> None:
    # 100 draws with p = 0.5: standard error 0.05, so the 95 % interval is about 0.5 ± 0.098
    found = estimate([0, 1] * 50)
    assert found.low == pytest.approx(0.402, abs=0.02)
    assert found.high == pytest.approx(0.598, abs=0.02)


def test_equal_values_have_an_interval_of_no_width() -> None:
    found = estimate([0.5] * 9)
    assert (found.low, found.value, found.high) == (0.5, 0.5, 0.5)


def test_the_same_values_give_the_same_interval() -> None:
    assert estimate([0, 0.5, 1]) == estimate([1, 0, 0.5])


def test_latency_interpolates_between_the_slowest() -> None:
    # of 1..21 the median is 11; 95 % of 20 steps is step 19: 20
    found = latency([float(second) for second in range(1, 22)])
    assert (found.p50, found.p95, found.n) == (11, 20, 21)


def test_nothing_timed_is_no_latency() -> None:
    assert latency([]).n == 0
