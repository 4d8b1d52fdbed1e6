"""Figures of lists of numbers."""

from math import floor, sqrt


def mean(values):
    """Raises ValueError without values."""
    values = list(values)
    if not values:
        raise ValueError("no values")
    return sum(values) / len(values)


def median(values):
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    middle = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def modes(values):
    """The values that come most often, in the order in which they come first."""
    counts = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def deviation(values, sample=True):
    """Standard deviation; of a sample by one less than there are values."""
    values = list(values)
    if len(values) < 2:
        return 0.0
    middle = mean(values)
    squares = sum((value - middle) ** 2 for value in values)
    return sqrt(squares / (len(values) - 1 if sample else len(values)))


def percentile(values, share):
    """By linear interpolation between neighbours; share is from 0 to 100."""
    if not 0 <= share <= 100:
        raise ValueError("share is from 0 to 100")
    ordered = sorted(values)
    place = (len(ordered) - 1) * share / 100
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def moving_average(values, size):
    """Means of the last `size` values at each place; of fewer at the beginning."""
    averages = []
    total = 0
    for at, value in enumerate(values):
        total += value
        if at >= size:
            total -= values[at - size]
        averages.append(total / min(at + 1, size))
    return averages


def histogram(values, low, high, bins):
    """Counts in `bins` equal parts of low to high; the highest value is in the last one, others outside are left out."""
    counts = [0] * bins
    width = (high - low) / bins
    for value in values:
        if low <= value <= high:
            counts[min(int((value - low) / width), bins - 1)] += 1
    return counts


def rank(values):
    """The place of each value, 1 for the highest; equal ones share the best place."""
    ordered = sorted(values, reverse=True)
    return [ordered.index(value) + 1 for value in values]


def correlation(left, right):
    """Pearson's, from -1 to 1; 0 where one of them does not vary."""
    if len(left) != len(right):
        raise ValueError("lists differ in length")
    if not left:
        return 0.0
    x, y = mean(left), mean(right)
    together = sum((a - x) * (b - y) for a, b in zip(left, right))
    spread = sum((a - x) ** 2 for a in left) * sum((b - y) ** 2 for b in right)
    return together / sqrt(spread) if spread else 0.0
