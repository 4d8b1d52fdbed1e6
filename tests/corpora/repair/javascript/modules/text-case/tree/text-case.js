/** The words of a name in any case: `parseHTMLText`, `parse_html-text`, `Parse html text`. */
export function splitWords(name) {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== "");
}

const capitalize = (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

export function toCamelCase(name) {
  const [first = "", ...rest] = splitWords(name);
  return first.toLowerCase() + rest.map(capitalize).join("");
}

export function toSnakeCase(name) {
  return splitWords(name).map((word) => word.toLowerCase()).join("_");
}

const SMALL = new Set(["a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to"]);

/** Small words stay small, but for the first and the last. */
export function toTitle(text) {
  const words = text.trim().toLowerCase().split(/\s+/);
  return words.map((word, at) => (SMALL.has(word) && at > 0 && at < words.length - 1 ? word : capitalize(word))).join(" ");
}

/** For URLs: letters without accents, digits, single dashes, at most `limit` characters, cut between words. */
export function slugify(text, limit = 60) {
  const slug = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (slug.length <= limit) return slug;
  const cut = slug.slice(0, limit + 1);
  const dash = cut.lastIndexOf("-");
  return dash > 0 ? cut.slice(0, dash) : slug.slice(0, limit);
}

const IRREGULAR = { child: "children", person: "people", mouse: "mice", sheep: "sheep" };

export function pluralize(word, count = 2) {
  if (count === 1) return word;
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(number) {
  const two = number % 100;
  if (two >= 11 && two <= 13) return `${number}th`;
  const ending = ["th", "st", "nd", "rd"][number % 10] ?? "th";
  return `${number}${ending}`;
}

/** "a, b and c". */
export function listWords(words, conjunction = "and") {
  if (words.length <= 1) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}
