import type {
  ObservedValue,
  WarmCheck,
  WarmOutcome,
  WarmRequest,
  WarmRunner,
} from "../../src/brain/search/warm/warm-session.ts";
import { checkId } from "../../src/domain/gate.ts";

/** What a session that is made up says of a program, by the contents of its edited files. */
export type FakeWarm = {
  /** Names of the tests that pass; all of the base's are run, and the item's targets decide whether it goes on. */
  passes(text: string): readonly string[] | "out-of-fuel" | "ended";
  /** Fuel below which a program is out of it. */
  needs?(text: string): number;
  /** What a program notes, in a file whose tests are varied. */
  notes?(text: string): string;
};

/** A runner whose sessions run nothing; `requests` are all that was asked of them. */
export function createFakeWarmRunner(fake: FakeWarm): {
  readonly runner: WarmRunner;
  readonly requests: readonly WarmRequest[];
  /** Sessions that were opened and not closed. */
  countOpen(): number;
} {
  const requests: WarmRequest[] = [];
  let open = 0;
  const runner: WarmRunner = {
    name: "fake",
    suits: () => true,
    async open({ task }) {
      const targets = new Set(task.item.targets);
      const base = [
        ...task.item.targets.map((id) => toCheck(id, "failed")),
        ...task.passingChecks.map((check) => toCheck(checkId(check), "passed")),
      ];
      const answer = (request: WarmRequest): WarmOutcome => {
        const text = request.edits.map(({ content }) => content ?? "").join("\n");
        const passing = fake.passes(text);
        if (passing === "ended") return { status: "ended", reason: "it does not load" };
        const isSpent = passing === "out-of-fuel" || request.fuel < (fake.needs?.(text) ?? 0);
        const passes = passing === "out-of-fuel" ? base.map(({ name }) => name) : passing;
        const checks = base.map((check) =>
          toCheck(checkId(check), passes.includes(check.name) ? "passed" : "failed"),
        );
        if (isSpent) return { status: "out-of-fuel", checks };
        const isMended = checks.some((check) => check.status === "passed" && targets.has(checkId(check)));
        if (isMended) return { status: "ran", checks, isComplete: true };
        return {
          status: "ran",
          checks: checks.filter((check) => targets.has(checkId(check))),
          isComplete: false,
        };
      };
      open += 1;
      return {
        status: "open",
        session: {
          ...{ runner: "fake", base, baseFuel: 1_000 },
          trace: async () => [],
          observe: async (edits) => {
            const varied = edits.find(({ content }) => content?.includes("varied:"));
            const program = edits.find((edit) => edit !== varied)?.content ?? "";
            const value: ObservedValue = { test: null, type: "string", text: fake.notes?.(program) ?? "" };
            const isNoted = varied !== undefined && fake.notes !== undefined;
            return new Map(isNoted ? [["varied:t0:1:0", [value]]] : []);
          },
          async *run(asked) {
            for (const request of asked) {
              requests.push(request);
              yield answer(request);
            }
          },
          [Symbol.asyncDispose]: async () => {
            open -= 1;
          },
        },
      };
    },
  };
  return { runner, requests, countOpen: () => open };
}

function toCheck(id: string, status: WarmCheck["status"]): WarmCheck {
  const [file = "", suite = "", name = ""] = JSON.parse(id) as readonly string[];
  return { file, suite, name, status, message: status === "failed" ? "it fails" : "" };
}
