export function sample(module, random) {
  const nodes = ["a", "b", "c", "d", "e", "f", "g"].slice(0, random.int(2, 7));
  const edges = random.list(random.int(1, 10), () => {
    const edge = [random.pick(nodes), random.pick(nodes), random.int(0, 9)];
    return random.chance(0.2) ? edge.slice(0, 2) : edge;
  });
  const graph = module.createGraph(edges);
  const directed = module.createGraph(edges, { isDirected: true });
  const forward = module.createGraph(
    edges.map(([a, b, ...rest]) => (a < b ? [a, b, ...rest] : [b, a, ...rest])).filter(([a, b]) => a !== b),
    { isDirected: true },
  );
  const [from, to] = [random.pick(nodes), random.pick(nodes)];
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  return [
    graph,
    directed,
    module.breadthFirst(graph, from),
    module.breadthFirst(directed, from),
    attempt(() => module.cheapestPath(graph, from, to)?.cost),
    attempt(() => module.cheapestPath(directed, from, to)?.cost),
    attempt(() => module.cheapestPath(directed, from, to)?.path.length > 0),
    attempt(() => module.sortTopologically(directed)),
    attempt(() => module.sortTopologically(forward)),
    module.findComponents(graph),
  ];
}
