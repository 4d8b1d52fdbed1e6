from intervals import busiest, gaps, intersect, merge, subtract, total


def test_merge_joins_overlapping_and_touching():
    assert merge([(5, 8), (1, 3), (3, 4), (7, 10)]) == [(1, 4), (5, 10)]


def test_merge_keeps_the_outer_of_nested():
    assert merge([(1, 10), (2, 4), (12, 13)]) == [(1, 10), (12, 13)]


def test_merge_drops_empty():
    assert merge([(3, 3), (5, 4), (1, 2)]) == [(1, 2)]


def test_total_counts_once():
    assert total([(0, 4), (2, 6), (10, 11)]) == 7


def test_gaps_at_both_ends_and_between():
    assert gaps([(2, 4), (6, 7)], 0, 10) == [(0, 2), (4, 6), (7, 10)]


def test_gaps_when_covered():
    assert gaps([(0, 10)], 2, 8) == []


def test_gaps_outside_of_range():
    assert gaps([(-5, 1), (20, 30)], 0, 10) == [(1, 10)]


def test_intersect():
    assert intersect([(0, 5), (8, 12)], [(3, 9), (11, 20)]) == [(3, 5), (8, 9), (11, 12)]


def test_intersect_long_with_many():
    assert intersect([(0, 2), (4, 30)], [(1, 6), (7, 8), (9, 40)]) == [(1, 2), (4, 6), (7, 8), (9, 30)]


def test_intersect_that_only_touch():
    assert intersect([(0, 5)], [(5, 9)]) == []


def test_subtract_from_the_middle():
    assert subtract([(0, 10)], [(2, 3), (5, 6)]) == [(0, 2), (3, 5), (6, 10)]


def test_subtract_everything():
    assert subtract([(2, 4), (6, 8)], [(0, 9)]) == []


def test_subtract_the_ends():
    assert subtract([(0, 10)], [(-2, 3), (8, 12)]) == [(3, 8)]


def test_busiest():
    assert busiest([(0, 5), (3, 8), (4, 6), (10, 11)]) == (4, 3)


def test_busiest_ends_before_it_starts_again():
    assert busiest([(0, 5), (5, 9)]) == (0, 1)
    assert busiest([]) is None
