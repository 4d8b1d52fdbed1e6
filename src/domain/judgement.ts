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
      readonly rule:
        | "gate"
        | "policy"
        | "avoided"
        | "nothing-fixed"
        | "strict"
        | "error"
        | "tampered"
        | "identity"
        | "strength"
        | "unproven-fix";
      readonly reason: string;
      readonly gates: readonly GateJudgement[];
    };
