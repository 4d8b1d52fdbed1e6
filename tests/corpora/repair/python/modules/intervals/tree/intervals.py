"""Half-open intervals (start, end) of whole numbers."""


def merge(intervals):
    """Sorted intervals that cover the same; neighbours that touch become one, empty ones are left out."""
    merged = []
    for start, end in sorted(intervals):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def total(intervals):
    """How many numbers are covered, each counted once."""
    return sum(end - start for start, end in merge(intervals))


def gaps(intervals, low, high):
    """What of low to high is not covered."""
    free = []
    at = low
    for start, end in merge(intervals):
        if start >= high:
            break
        if start > at:
            free.append((at, start))
        at = max(at, end)
    if at < high:
        free.append((at, high))
    return free


def intersect(left, right):
    """What both cover."""
    left, right = merge(left), merge(right)
    shared = []
    i = j = 0
    while i < len(left) and j < len(right):
        start = max(left[i][0], right[j][0])
        end = min(left[i][1], right[j][1])
        if start < end:
            shared.append((start, end))
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return shared


def subtract(left, right):
    """What left covers and right does not."""
    rest = []
    taken = merge(right)
    for start, end in merge(left):
        for lower, upper in taken:
            if upper <= start or lower >= end:
                continue
            if lower > start:
                rest.append((start, lower))
            start = max(start, upper)
        if start < end:
            rest.append((start, end))
    return rest


def busiest(intervals):
    """The first point where most intervals overlap, and how many do; None without any."""
    changes = []
    for start, end in intervals:
        if start < end:
            changes.append((start, 1))
            changes.append((end, -1))
    best = None
    depth = 0
    for point, change in sorted(changes):
        depth += change
        if best is None or depth > best[1]:
            best = (point, depth)
    return best
