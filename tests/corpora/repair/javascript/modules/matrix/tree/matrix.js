/** A matrix is a list of rows. Nothing here changes what it is given. */
export function identity(size) {
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => (row === column ? 1 : 0)));
}

export function transpose(matrix) {
  if (matrix.length === 0) return [];
  return matrix[0].map((_, column) => matrix.map((row) => row[column]));
}

export function multiply(a, b) {
  const inner = b.length;
  if (a.some((row) => row.length !== inner)) throw new RangeError("the sizes do not fit");
  return a.map((row) =>
    b[0].map((_, column) => {
      let sum = 0;
      for (let at = 0; at < inner; at++) sum += row[at] * b[at][column];
      return sum;
    }),
  );
}

/** A whole power of a square matrix, by squaring. */
export function power(matrix, exponent) {
  let result = identity(matrix.length);
  let base = matrix;
  let rest = exponent;
  while (rest > 0) {
    if (rest % 2 === 1) result = multiply(result, base);
    base = multiply(base, base);
    rest = Math.floor(rest / 2);
  }
  return result;
}

/** Without one row and one column. */
function minor(matrix, row, column) {
  return matrix.filter((_, at) => at !== row).map((cells) => cells.filter((_, at) => at !== column));
}

export function determinant(matrix) {
  if (matrix.length === 0) return 1;
  if (matrix.length === 1) return matrix[0][0];
  let sum = 0;
  let sign = 1;
  for (let column = 0; column < matrix.length; column++) {
    sum += sign * matrix[0][column] * determinant(minor(matrix, 0, column));
    sign = -sign;
  }
  return sum;
}

/** Turned by a quarter, clockwise. */
export function rotate(matrix) {
  return transpose(matrix).map((row) => row.reverse());
}

/** All cells, from outside to inside, clockwise from the upper left. */
export function spiral(matrix) {
  const cells = [];
  let [top, left] = [0, 0];
  let bottom = matrix.length - 1;
  let right = (matrix[0]?.length ?? 0) - 1;
  while (top <= bottom && left <= right) {
    for (let column = left; column <= right; column++) cells.push(matrix[top][column]);
    for (let row = top + 1; row <= bottom; row++) cells.push(matrix[row][right]);
    if (top < bottom) for (let column = right - 1; column >= left; column--) cells.push(matrix[bottom][column]);
    if (left < right) for (let row = bottom - 1; row > top; row--) cells.push(matrix[row][left]);
    top++;
    bottom--;
    left++;
    right--;
  }
  return cells;
}
