/** Who does something. */
export type Principal = "campaign" | "brain" | "publisher" | "person";

/** What somebody wants to do, and to what. */
export type CapabilityRequest =
  | {
      readonly principal: Principal;
      readonly action: "readFile" | "editFile";
      /** Path from the repository's root. */
      readonly resource: { readonly kind: "path"; readonly path: string };
    }
  | {
      readonly principal: Principal;
      readonly action: "writeRef" | "openPullRequest" | "merge";
      /** Full name of the ref; for a pull request and a merge the one that it goes into. */
      readonly resource: { readonly kind: "ref"; readonly ref: string };
    }
  | {
      readonly principal: Principal;
      readonly action: "callModel";
      readonly resource: { readonly kind: "host"; readonly host: string };
    }
  | {
      readonly principal: Principal;
      readonly action: "runCommand";
      /** `network`: in a sandbox that reaches the network; `machine`: in none. */
      readonly resource: { readonly kind: "host"; readonly host: "sandbox" | "network" | "machine" };
      readonly command: string;
    };

/** Whether it is allowed. `policies` are the ids of those that forbid it; none where no policy permits it. */
export type CapabilityAnswer =
  | { readonly status: "allowed" }
  | { readonly status: "denied"; readonly policies: readonly string[]; readonly reason: string };

/** Who may do what. What no policy permits is denied, and so is what cannot be decided. */
export type Capabilities = {
  isAllowed(request: CapabilityRequest): Promise<CapabilityAnswer>;
  /** Throws the usage error `POLICY_INVALID` when a policy cannot be used, so that it is known before anything runs. */
  verify(): Promise<void>;
};
