export type Effect = "allow" | "deny";
export type Rule = {
  readonly effect: Effect;
  /** `read`, `write`, or `*`. */
  readonly actions: readonly string[];
  /** `docs/reports/*` holds all beneath; without a star the resource itself. */
  readonly resource: string;
  readonly when?: (request: Request) => boolean;
};
export type Role = { readonly name: string; readonly inherits?: readonly string[]; readonly rules: readonly Rule[] };
export type Request = { readonly user: User; readonly action: string; readonly resource: string };
export type User = { readonly id: string; readonly roles: readonly string[] };
export type Answer = { readonly isAllowed: boolean; readonly reason: string };

/** A role with all that it inherits, each once, also where roles inherit each other. */
export function expandRoles(names: readonly string[], roles: ReadonlyMap<string, Role>): readonly Role[] {
  const found = new Map<string, Role>();
  const open = [...names];
  while (open.length > 0) {
    const name = open.shift() as string;
    const role = roles.get(name);
    if (role === undefined || found.has(name)) continue;
    found.set(name, role);
    open.push(...(role.inherits ?? []));
  }
  return [...found.values()];
}

export function covers(pattern: string, resource: string): boolean {
  if (pattern === "*") return true;
  if (!pattern.endsWith("/*")) return pattern === resource;
  return resource.startsWith(pattern.slice(0, -1));
}

/** How exactly a pattern names a resource: more parts are more exact, a star at the end a little less. */
export function weigh(pattern: string): number {
  if (pattern === "*") return 0;
  const parts = pattern.split("/").length;
  return pattern.endsWith("/*") ? parts - 0.5 : parts;
}

/** The most exact rule decides; of equally exact ones a denial does. What no rule names is denied. */
export function decide(request: Request, roles: ReadonlyMap<string, Role>): Answer {
  let best: { readonly rule: Rule; readonly role: string; readonly weight: number } | null = null;
  for (const role of expandRoles(request.user.roles, roles)) {
    for (const rule of role.rules) {
      if (!rule.actions.includes("*") && !rule.actions.includes(request.action)) continue;
      if (!covers(rule.resource, request.resource)) continue;
      if (rule.when !== undefined && !rule.when(request)) continue;
      const weight = weigh(rule.resource);
      const isBetter = best === null || weight > best.weight || (weight === best.weight && rule.effect === "deny");
      if (isBetter) best = { rule, role: role.name, weight };
    }
  }
  if (best === null) return { isAllowed: false, reason: "no rule" };
  return { isAllowed: best.rule.effect === "allow", reason: `${best.rule.effect} by ${best.role}: ${best.rule.resource}` };
}

/** What of some resources a user may do something with. */
export function listAllowed(user: User, action: string, resources: readonly string[], roles: ReadonlyMap<string, Role>): readonly string[] {
  return resources.filter((resource) => decide({ user, action, resource }, roles).isAllowed);
}
