/** Where a line starts for whoever reads a log, and the white space that is passed over there. */
const atLineStart =
  /(^|[\n\r\u0085\u2028\u2029])([^\S\n\r\u2028\u2029]|[\u180e\u200b-\u200d\u2060\ufeff\ufffd])*::/g;
/** The older form, which works anywhere in a line, and those of other services. */
const anywhere = /##(?=\[|vso\[|teamcity\[|section\[)/gi;

/**
 * Text that candidate code may have had a part in, so that no continuous integration takes a line of it for a command
 * to itself: `::set-output`, `::stop-commands::`, `##[error]`, `##vso[…]`. A space parts the signs, which stay
 * readable. See GitHub's "Workflow commands"; its runner splits lines at each CR and LF, passes over white space, and
 * looks for the older form anywhere. Pure.
 */
export function neutralizeCommands(text: string): string {
  return text.replace(atLineStart, (start) => `${start.slice(0, -2)}: :`).replace(anywhere, "# #");
}
