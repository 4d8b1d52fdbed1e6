/** The first place in a sorted list whose item is not below `value`. */
export function lowerBound(sorted, value, compare = (a, b) => a - b) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle], value) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of a value, or -1. */
export function indexOfSorted(sorted, value, compare = (a, b) => a - b) {
  const at = lowerBound(sorted, value, compare);
  return at < sorted.length && compare(sorted[at], value) === 0 ? at : -1;
}

/** Another list with a value in its place, behind equal ones. */
export function insertSorted(sorted, value) {
  let at = lowerBound(sorted, value);
  while (at < sorted.length && sorted[at] === value) at++;
  return [...sorted.slice(0, at), value, ...sorted.slice(at)];
}

/** The largest whole number in a range that fits; null where none does. What fits is below what does not. */
export function largestFitting(low, high, fits) {
  let best = null;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) {
      best = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return best;
}

/** The place of a value in a sorted list that was turned by some places, or -1. */
export function indexOfRotated(items, value) {
  let [low, high] = [0, items.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (items[middle] === value) return middle;
    if (items[low] <= items[middle]) {
      if (items[low] <= value && value < items[middle]) high = middle - 1;
      else low = middle + 1;
    } else if (items[middle] < value && value <= items[high]) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return -1;
}

/** The `rank`-th smallest item, from 0, without sorting all (quickselect). */
export function select(items, rank) {
  if (rank < 0 || rank >= items.length) return undefined;
  const pivot = items[items.length >> 1];
  const below = items.filter((item) => item < pivot);
  const equal = items.filter((item) => item === pivot);
  if (rank < below.length) return select(below, rank);
  if (rank < below.length + equal.length) return pivot;
  const above = items.filter((item) => item > pivot);
  return select(above, rank - below.length - equal.length);
}

/** Two places whose values sum up to `target`, or null. */
export function pairWithSum(numbers, target) {
  const places = new Map();
  for (let at = 0; at < numbers.length; at++) {
    const other = places.get(target - numbers[at]);
    if (other !== undefined) return [other, at];
    if (!places.has(numbers[at])) places.set(numbers[at], at);
  }
  return null;
}
