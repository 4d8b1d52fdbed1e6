/** What programs count with every day, by its digits: days, bytes, seconds, angles, statuses of HTTP. */
const usual = new Set(
  (
    "125 128 255 256 314 365 366 512 999 1024 144 2048 4096 8192 65535 65536 864 273 27315 " +
    "314159 3141592653589793 271828 401 403 404 405 406 409 412 415 422 429 501 502 503 504 127 192 168 100644 100755 1618 693147 2147483647 4294967295 9007199254740991"
  ).split(" "),
);

/**
 * A number by its digits alone, so that 1.005, -1.005, 1005 and "1.005" are one; null where it tells nothing: fewer
 * than three digits that count, or a number of every day. Pure.
 */
export function numberKey(written: string): string | null {
  const [mantissa = ""] = written.replace(/[_,]/g, "").toLowerCase().split("e");
  const digits = mantissa.replace(/[^\d]/g, "").replace(/^0+/, "").replace(/0+$/, "");
  return digits.length < 3 || usual.has(digits) || /^(\d)\1+$/.test(digits) ? null : digits;
}
