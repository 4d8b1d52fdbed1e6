import { describe, expect, it } from "vitest";
import type { Brain, BrainEnd, Decision, Proposal } from "../../src/brain/brain.ts";
import { direct } from "../../src/methods/direct.ts";
import { methodTask } from "../helpers/method-task.ts";

const end: BrainEnd = { status: "exhausted", reason: "12 candidates tried", tried: 12, exhausted: null };

function scriptedBrain(count: number): Brain & { closed: boolean } {
  const brain = {
    kind: "search" as const,
    version: "1",
    closed: false,
    async *propose(): AsyncGenerator<Proposal, BrainEnd, Decision | undefined> {
      try {
        for (let n = 1; n <= count; n += 1) yield { edits: [], summary: `change ${n}`, origin: "scripted" };
        return end;
      } finally {
        brain.closed = true;
      }
    },
  };
  return brain;
}

function judgeWith(decisions: readonly Decision[]) {
  const asked: string[] = [];
  return {
    asked,
    judgeProposal: async (proposal: Proposal, attempt: number): Promise<Decision> => {
      asked.push(`${attempt}: ${proposal.summary}`);
      return decisions[asked.length - 1] ?? { status: "reject", reason: "no more decisions", gates: [] };
    },
  };
}

describe("direct", () => {
  it("stops at the first promoted proposal and lets the brain clean up", async () => {
    const brain = scriptedBrain(5);
    const judge = judgeWith([{ status: "reject", reason: "red", gates: [] }, { status: "promote" }]);
    const result = await direct(
      methodTask({ brains: [brain], attempts: 3, judgeProposal: judge.judgeProposal }),
    );
    expect(result).toEqual({ status: "promote", attempts: 2 });
    expect(judge.asked).toEqual(["1: change 1", "2: change 2"]);
    expect(brain.closed).toBe(true);
  });

  it("never judges more proposals than it has attempts", async () => {
    const judge = judgeWith([]);
    const result = await direct(
      methodTask({ brains: [scriptedBrain(9)], attempts: 2, judgeProposal: judge.judgeProposal }),
    );
    expect(result).toMatchObject({ status: "rejected", attempts: 2, brainEnds: [] });
    expect(judge.asked).toHaveLength(2);
  });

  it("does not count a proposal that was refused before a gate ran", async () => {
    const refused: Decision = { status: "refused", reason: "avoided", denials: [] };
    const judge = judgeWith([refused, refused, { status: "promote" }]);
    const result = await direct(
      methodTask({ brains: [scriptedBrain(5)], attempts: 1, judgeProposal: judge.judgeProposal }),
    );
    expect(result).toEqual({ status: "promote", attempts: 1 });
  });

  it("says why there was no candidate when the brain proposes nothing", async () => {
    const judge = judgeWith([]);
    const result = await direct(
      methodTask({ brains: [scriptedBrain(0)], attempts: 3, judgeProposal: judge.judgeProposal }),
    );
    expect(result).toEqual({ status: "no-candidate", attempts: 0, reason: end.reason, brainEnds: [end] });
  });

  it("is rejected with the gates' reason when the brain knows no more after attempts", async () => {
    const judge = judgeWith([{ status: "reject", reason: "tests: breaks 1 test", gates: [] }]);
    const result = await direct(
      methodTask({ brains: [scriptedBrain(1)], attempts: 3, judgeProposal: judge.judgeProposal }),
    );
    expect(result).toEqual({
      status: "rejected",
      attempts: 1,
      reason: "tests: breaks 1 test",
      brainEnds: [end],
    });
  });

  it("tells a brain what those before it tried, the last three of it", async () => {
    const told: unknown[] = [];
    const first = scriptedBrain(4);
    const second: Brain = {
      ...scriptedBrain(0),
      propose: (task) => {
        told.push(...task.guidance);
        return first.propose(task);
      },
    };
    const refused: Decision = { status: "refused", reason: "avoided", denials: [] };
    const reject: Decision = { status: "reject", reason: "tests: breaks 1", gates: [] };
    const judge = judgeWith([reject, refused, reject, reject, { status: "promote" }]);
    const plan = { title: "Request", text: "as asked" };
    const given = methodTask({ brains: [first, second], attempts: 3, judgeProposal: judge.judgeProposal });
    await direct({ ...given, brainTask: { ...given.brainTask, guidance: [plan] } });
    const title = "What came of an earlier try";
    expect(told).toEqual([
      plan,
      { title, text: "change 2, by scripted: refused before any gate ran, avoided" },
      { title, text: "change 3, by scripted: rejected, tests: breaks 1" },
      { title, text: "change 4, by scripted: rejected, tests: breaks 1" },
    ]);
  });
});
