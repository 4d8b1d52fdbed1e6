import { listSecretForms } from "./list-secret-forms.ts";

/** Replaces what must not be seen in a text. */
export type Redactor = (text: string) => string;

/** Shorter values would blank out ordinary words. */
const minLength = 8;
const replacement = "[redacted]";

/**
 * Makes a function that replaces secrets in text, also where they are encoded (`listSecretForms`). A secret of several
 * lines is hidden line by line too. Values of less than 8 characters are left alone. Pure.
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const values = secrets.flatMap((secret) => [secret, secret.trim(), ...secret.split(/\r?\n/)]);
  const forms = new Map(
    values
      .filter(({ length }) => length >= minLength)
      .flatMap(listSecretForms)
      .filter(({ text }) => text.length >= minLength)
      .map((form) => [`${form.ignoresCase}${form.text}`, form]),
  );
  // The longest first: a secret that holds another one must not leave its rest behind.
  const patterns = [...forms.values()]
    .toSorted((a, b) => b.text.length - a.text.length)
    .map(({ text, ignoresCase }) => (ignoresCase ? `(?i:${escapeForRegExp(text)})` : escapeForRegExp(text)));
  if (patterns.length === 0) {
    return (text) => text;
  }
  const pattern = new RegExp(patterns.join("|"), "g");
  return (text) => text.replace(pattern, replacement);
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
