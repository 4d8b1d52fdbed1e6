/** Letters of other scripts that most fonts draw as a Latin one, each followed by it (https://www.unicode.org/reports/tr39/). */
const pairs =
  "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwгrпnкkмmтtвbнhАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԌGԛqԜW" +
  "οoνvιiρpυuΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX" +
  "օoսuհhոnցgԼLՕOՍUΤT" +
  "ᎪAᏴBᏟCᎠDᎬEᏀGᎻHᎫJᏦKᏞLᎷMᏢPᏒRᏚSᎢTᏙVᎳWᏃZ";

const latinOf = new Map<string, string>();
for (let at = 0; at + 1 < pairs.length; at += 2) latinOf.set(pairs.charAt(at), pairs.charAt(at + 1));

/** The text with each lookalike replaced by the Latin letter that it imitates; itself when there is none. Pure. */
export function replaceLookalikes(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it means ASCII.
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return Array.from(text, (character) => latinOf.get(character) ?? character).join("");
}
