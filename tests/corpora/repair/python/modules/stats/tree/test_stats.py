import pytest

from stats import correlation, deviation, histogram, mean, median, modes, moving_average, percentile, rank


def test_mean():
    assert mean([1, 2, 6]) == 3
    assert mean(iter([1, 2])) == 1.5
    with pytest.raises(ValueError):
        mean([])


def test_median():
    assert median([5, 1, 3]) == 3
    assert median([4, 1, 3, 2]) == 2.5
    with pytest.raises(ValueError):
        median([])


def test_modes():
    assert modes([3, 1, 3, 2, 1]) == [3, 1]
    assert modes([]) == []


def test_deviation():
    assert deviation([2, 4, 4, 4, 5, 5, 7, 9], sample=False) == 2
    assert deviation([1, 2, 3]) == 1
    assert deviation([5]) == 0


def test_percentile():
    values = [40, 10, 20, 30]
    assert percentile(values, 0) == 10
    assert percentile(values, 50) == 25
    assert percentile(values, 100) == 40
    assert percentile(values, 25) == 17.5


def test_percentile_refuses():
    with pytest.raises(ValueError):
        percentile([1], 101)


def test_moving_average():
    assert moving_average([2, 4, 6, 8], 2) == [2, 3, 5, 7]
    assert moving_average([3, 5], 5) == [3, 4]


def test_histogram():
    assert histogram([0, 1, 2.5, 5, 9.9, 10], 0, 10, 4) == [2, 1, 1, 2]


def test_histogram_leaves_out():
    assert histogram([-1, 0, 11], 0, 10, 2) == [1, 0]
    assert histogram([5, 6, 7], 5, 7, 2) == [1, 2]


def test_rank():
    assert rank([10, 30, 20, 30]) == [4, 1, 3, 1]


def test_correlation():
    assert correlation([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert correlation([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    assert correlation([1, 2, 3, 4], [1, 3, 2, 5]) == pytest.approx(0.8315, abs=0.001)
    assert correlation([1, 1], [2, 3]) == 0


def test_correlation_refuses():
    with pytest.raises(ValueError):
        correlation([1], [1, 2])
