export function mean(numbers) {
  if (numbers.length === 0) return Number.NaN;
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

export function median(numbers) {
  if (numbers.length === 0) return Number.NaN;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The most frequent values, in the order in which they came. */
export function modes(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].filter(([, count]) => count === most).map(([value]) => value);
}

/** Of a sample, so by one less than its size. */
export function variance(numbers) {
  if (numbers.length < 2) return 0;
  const center = mean(numbers);
  const squares = numbers.map((number) => (number - center) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / (numbers.length - 1);
}

export function standardDeviation(numbers) {
  return Math.sqrt(variance(numbers));
}

/** Linear between the two nearest ranks; `share` from 0 to 1. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

/** Pearson's correlation; 0 where one does not vary. */
export function correlation(xs, ys) {
  const [meanX, meanY] = [mean(xs), mean(ys)];
  let [both, ofX, ofY] = [0, 0, 0];
  for (let at = 0; at < xs.length; at++) {
    const [dx, dy] = [xs[at] - meanX, ys[at] - meanY];
    both += dx * dy;
    ofX += dx ** 2;
    ofY += dy ** 2;
  }
  return ofX === 0 || ofY === 0 ? 0 : both / Math.sqrt(ofX * ofY);
}

/** Counts of numbers in `bins` parts of equal width; the largest number is in the last. */
export function histogram(numbers, bins) {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const width = (most - least) / bins || 1;
  const counts = new Array(bins).fill(0);
  for (const number of numbers) counts[Math.min(bins - 1, Math.floor((number - least) / width))] += 1;
  return counts;
}
