/**
 * What a judgement guards against besides failing gates. `canary`: a planted test has to fail. `identity`: the base's
 * tests are there and not skipped. `exit-code`: a report agrees with how the run ended. `untouched`: a run leaves tests
 * and settings as they were. `two-trees`: the base's tests judge the candidate's sources, and its own tests too.
 * `red-on-base`: a new test that claims a fix fails without it. `coverage`, `mutation`: the changed lines are tested as
 * well as before.
 */
export const judgementDefences = [
  "canary",
  "identity",
  "exit-code",
  "untouched",
  "two-trees",
  "red-on-base",
  "coverage",
  "mutation",
] as const;
export type JudgementDefence = (typeof judgementDefences)[number];
