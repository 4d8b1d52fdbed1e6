export function sample({ expandRoles, covers, weigh, decide, listAllowed }, random) {
  const pattern = () => random.pick(["*", "a", "a/*", "a/b", "a/b/*", "a/b/c", "ab/*", "b/*"]);
  const names = ["r1", "r2", "r3", "r4"];
  const roles = new Map(
    names.slice(0, 3).map((name) => [
      name,
      {
        name,
        ...(random.chance(0.6) ? { inherits: random.list(random.int(0, 2), () => random.pick(names)) } : {}),
        rules: random.list(random.int(0, 3), () => {
          const limit = random.pick(["a", "c", "z"]);
          return {
            effect: random.pick(["allow", "allow", "deny"]),
            actions: random.pick([["*"], ["read"], ["write"], ["read", "write"], []]),
            resource: pattern(),
            ...(random.chance(0.2) ? { when: ({ resource, user }) => resource.includes(limit) || user.id === limit } : {}),
          };
        }),
      },
    ]),
  );
  const user = { id: random.pick(["a", "u"]), roles: random.list(random.int(0, 2), () => random.pick(names)) };
  const resources = ["a", "a/b", "a/b/c", "ab/x", "b", "b/z", "a/x"];
  return [
    expandRoles(user.roles, roles).map(({ name }) => name),
    resources.map((resource) => covers(pattern(), resource)),
    weigh(pattern()),
    resources.map((resource) => decide({ user, action: random.pick(["read", "write"]), resource }, roles)),
    listAllowed(user, "read", resources, roles),
  ];
}
