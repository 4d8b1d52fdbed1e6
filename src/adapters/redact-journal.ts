import type { Journal } from "../ports.ts";
import type { Redactor } from "./redact.ts";
import { redactValues } from "./redact-values.ts";

/**
 * A journal that no secret reaches. Reports, status, memory and what is printed are functions of its events, so that
 * what is hidden here is hidden in all of them.
 */
export function redactJournal(journal: Journal, redact: Redactor): Journal {
  return {
    path: journal.path,
    append: (event) => journal.append(redactValues(event, redact)),
    entries: () => journal.entries(),
    close: () => journal.close(),
  };
}
