"""Rectangles and polygons in the plane."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rect:
    x: float
    y: float
    width: float
    height: float

    def __post_init__(self):
        if self.width < 0 or self.height < 0:
            raise ValueError("sides may not be negative")

    @property
    def right(self):
        return self.x + self.width

    @property
    def bottom(self):
        return self.y + self.height

    @property
    def area(self):
        return self.width * self.height

    def contains(self, x, y):
        """Points on the left and upper side are in it, those on the other sides not."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def intersection(self, other):
        """What both cover, or None."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        if left >= right or top >= bottom:
            return None
        return Rect(left, top, right - left, bottom - top)

    def union(self, other):
        """The smallest that holds both; an empty one adds nothing."""
        if self.area == 0:
            return other
        if other.area == 0:
            return self
        left, top = min(self.x, other.x), min(self.y, other.y)
        return Rect(left, top, max(self.right, other.right) - left, max(self.bottom, other.bottom) - top)

    def fit(self, width, height):
        """The largest of a given shape that lies in the middle of this one."""
        scale = min(self.width / width, self.height / height)
        w, h = width * scale, height * scale
        return Rect(self.x + (self.width - w) / 2, self.y + (self.height - h) / 2, w, h)


def signed_area(points):
    """Of a polygon: positive when its points go counter-clockwise, by the shoelace formula."""
    total = 0
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]]):
        total += x1 * y2 - x2 * y1
    return total / 2


def is_inside(points, x, y):
    """Whether a point is in a polygon, by counting crossings to its right."""
    inside = False
    for at, (x1, y1) in enumerate(points):
        x2, y2 = points[at - 1]
        if (y1 > y) != (y2 > y):
            crossing = x1 + (y - y1) * (x2 - x1) / (y2 - y1)
            if x < crossing:
                inside = not inside
    return inside


def bounds(points):
    """The rectangle around points, or None without any."""
    if not points:
        return None
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def turn(a, b, c):
    """Above 0 for a turn to the left at b, below for one to the right."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def hull(points):
    """The corners of the smallest convex polygon around points, counter-clockwise from the lowest left one."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered

    def half(points):
        chain = []
        for point in points:
            while len(chain) > 1 and turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        return chain[:-1]

    return half(ordered) + half(ordered[::-1])
