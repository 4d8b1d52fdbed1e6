import type { Guidance } from "../../brain/brain.ts";

const title = "A way of working that has its merits here";

/** Ways of working that a model can be given for a try. Which of them earns most in a repository, its memory tells. */
export const promptVariants: Readonly<Record<string, Guidance>> = {
  minimal: {
    title,
    text: "Look for the one place that is wrong, and change as little as possible: an operator, a bound, a name.",
  },
  "root-cause": {
    title,
    text: "Before any edit, follow the failing value back to the line that first makes it wrong, and say why it does. Change that line, not the place where it shows.",
  },
  callers: {
    title,
    text: "Before any edit, search for all callers of what fails and read what they rely on. The fix has to be right for each of them.",
  },
  "test-first": {
    title,
    text: "Read the failing test and a passing one beside it, and compare what they expect. Run the failing gate after each edit, before the next.",
  },
};
