/** Points are `{ x, y }`, boxes `{ x, y, width, height }`. */
export function distance(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Twice the signed area of a triangle: above zero where it turns left. */
export function cross(a, b, c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Area of a polygon, whichever way it goes round (shoelace formula). */
export function area(points) {
  let twice = 0;
  for (let at = 0; at < points.length; at++) {
    const [a, b] = [points[at], points[(at + 1) % points.length]];
    twice += a.x * b.y - b.x * a.y;
  }
  return Math.abs(twice) / 2;
}

/** Whether a point lies in a polygon, by the edges that a ray to the right crosses. */
export function contains(points, point) {
  let isInside = false;
  for (let at = 0, before = points.length - 1; at < points.length; before = at++) {
    const [a, b] = [points[at], points[before]];
    const isBetween = a.y > point.y !== b.y > point.y;
    if (isBetween && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x) isInside = !isInside;
  }
  return isInside;
}

/** The smallest box around some points. */
export function bounds(points) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** What two boxes share, or null. */
export function overlap(a, b) {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** The corners of the convex hull, left turns only, from the leftmost (Andrew's monotone chain). */
export function convexHull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (list) => {
    const chain = [];
    for (const point of list) {
      while (chain.length >= 2 && cross(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
