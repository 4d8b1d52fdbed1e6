/** Breaks text into lines of at most `width` characters, between words; longer words are cut. */
export function wrap(text, width) {
  if (width < 1) throw new RangeError(`width: ${width}`);
  const lines = [];
  let line = "";
  for (let word of text.split(/\s+/)) {
    if (word === "") continue;
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = "";
    }
    while (word.length > width) {
      lines.push(word.slice(0, width));
      word = word.slice(width);
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** Shortens text to `width` characters, an ellipsis included, at a word's end where one is near. */
export function truncate(text, width, ellipsis = "…") {
  if (text.length <= width) return text;
  const room = Math.max(0, width - ellipsis.length);
  const cut = text.slice(0, room);
  const space = cut.lastIndexOf(" ");
  const end = space > room / 2 ? space : room;
  return cut.slice(0, end).trimEnd() + ellipsis;
}

/** Puts blanks around a line so that it is in the middle; the odd one goes to the right. */
export function center(text, width, fill = " ") {
  const missing = Math.max(0, width - text.length);
  const left = Math.floor(missing / 2);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

/** Spreads the words of a line over the whole width; the first gaps get the odd blanks. */
export function justify(line, width) {
  const words = line.trim().split(/\s+/);
  if (words.length === 1) return words[0];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const gaps = words.length - 1;
  const blanks = Math.max(gaps, width - letters);
  const each = Math.floor(blanks / gaps);
  const odd = blanks % gaps;
  return words.map((word, at) => (at === gaps ? word : word + " ".repeat(each + (at < odd ? 1 : 0)))).join("");
}

/** Takes away what all lines that are not empty are indented by. */
export function dedent(text) {
  const lines = text.split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const least = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(least)).join("\n");
}
