/** Options that every command takes, before or after its name. */
export type CommonOptions = {
  readonly repo: string;
  readonly config?: string;
  readonly root?: string;
  readonly json?: boolean;
  readonly logFormat: "text" | "json";
  readonly verbose?: boolean;
};
