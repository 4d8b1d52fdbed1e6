import type { Denial } from "./denial.ts";

/** One gate's part in a judgement. */
export type GateJudgement = {
  readonly gate: string;
  /**
   * `green`: fails nothing that the base passed and adds no finding. `red`: it does. `error`: no evidence.
   * `unproven`: the gate stayed green on broken source, so it says nothing.
   */
  readonly status: "green" | "red" | "error" | "unproven";
  readonly reason: string;
  /** Ids of checks or findings that failed on the base and no longer do. */
  readonly fixed: readonly string[];
  /** Ids that the candidate fails and the base did not. */
  readonly broken: readonly string[];
  readonly isRequired: boolean;
  readonly durationMs: number;
};

/** Rules by which a judgement refuses a candidate although every gate may be green. */
export type ObjectionRule = "tampered" | "identity" | "strength" | "unproven-fix";

/** Something held against a candidate besides failing gates. */
export type Objection = {
  readonly rule: ObjectionRule;
  /** The gate whose run showed it. */
  readonly gate: string;
  /** One sentence. */
  readonly reason: string;
  readonly denials: readonly Denial[];
};

/** Base and candidate compared. */
export type Judgement =
  | {
      readonly status: "promote";
      readonly reason: string;
      readonly gates: readonly GateJudgement[];
    }
  | {
      readonly status: "reject";
      /**
       * Which rule said no: `gate`, `policy`, `avoided`, `nothing-fixed`; `strict` when nothing is broken but
       * something else still fails, and `error` when a gate gave no evidence: these two hold nothing against the
       * candidate. `tampered`: it changed how it is judged; `identity`: tests are gone, skipped or fewer than on the
       * base; `strength`: its lines are tested less than before; `unproven-fix`: no test that is red on the base.
       */
      readonly rule: "gate" | "policy" | "avoided" | "nothing-fixed" | "strict" | "error" | ObjectionRule;
      readonly reason: string;
      readonly gates: readonly GateJudgement[];
      /** What the judgement itself holds against the candidate, file by file; empty where a gate alone said no. */
      readonly denials: readonly Denial[];
    };
