import { type GitRepository, openGitRepository } from "./git-repository.ts";

/** A function of a shell script that leaves out the first number, and what is right. */
export const sum = {
  wrong: `sum() { total=0; shift; for n in "$@"; do total=$((total + n)); done; echo $total; }\n`,
  right: `sum() { total=0; for n in "$@"; do total=$((total + n)); done; echo $total; }\n`,
  /** A new test, which fails on the wrong one. */
  test: `. src/sum.sh\nsay "adds all numbers" "$(sum 2 3)" 5\n`,
  testPath: "test/sum.test.sh",
};

/** A project with shell tests behind a TAP report, which run in a few milliseconds; all pass without `extra` ones. */
export function openSumProject({ settings = "", extra = "" } = {}): GitRepository {
  const repository = openGitRepository();
  repository.write("src/sum.sh", sum.wrong);
  repository.write("src/kept.js", "export {};\n");
  repository.write("test/kept.test.sh", `say "kept is kept" "$(cat src/kept.js)" "export {};"\n${extra}`);
  repository.write(
    "check.sh",
    [
      `bad=0; count=0`,
      `say() { count=$((count + 1)); if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1"; bad=1; fi; }`,
      `for file in test/*.test.sh; do . ./$file; done`,
      `echo 1..$count; exit $bad`,
    ].join("\n"),
  );
  const gate = "  - { name: checks, kind: tests, command: sh check.sh, format: tap }";
  repository.write(".github/nightshift.yml", `focus: [src/**]\n${settings}\ngates:\n${gate}\n`);
  repository.commit("base");
  return repository;
}
