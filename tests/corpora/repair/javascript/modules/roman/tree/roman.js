const NUMERALS = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

const VALUES = new Map(NUMERALS.filter(([symbol]) => symbol.length === 1));

/** Writes a whole number from 1 to 3999 in roman numerals. */
export function toRoman(number) {
  if (!Number.isInteger(number) || number < 1 || number > 3999) {
    throw new RangeError(`not writable in roman numerals: ${number}`);
  }
  let rest = number;
  let text = "";
  for (const [symbol, value] of NUMERALS) {
    while (rest >= value) {
      text += symbol;
      rest -= value;
    }
  }
  return text;
}

/** Reads roman numerals in either case; throws on what toRoman would not write. */
export function fromRoman(text) {
  const letters = text.trim().toUpperCase();
  let total = 0;
  let previous = 0;
  for (let index = letters.length - 1; index >= 0; index--) {
    const value = VALUES.get(letters[index]);
    if (value === undefined) throw new SyntaxError(`not a roman numeral: ${text}`);
    if (value < previous) {
      total -= value;
    } else {
      total += value;
      previous = value;
    }
  }
  if (total === 0 || toRoman(total) !== letters) throw new SyntaxError(`not a roman numeral: ${text}`);
  return total;
}

/** Adds two numbers in roman numerals. */
export function addRoman(left, right) {
  return toRoman(fromRoman(left) + fromRoman(right));
}
