/** A graph is a map from each node to a list of `[neighbour, cost]`. */
export function createGraph(edges, { isDirected = false } = {}) {
  const graph = new Map();
  const add = (from, to, cost) => {
    if (!graph.has(from)) graph.set(from, []);
    graph.get(from).push([to, cost]);
  };
  for (const [from, to, cost = 1] of edges) {
    add(from, to, cost);
    if (isDirected) {
      if (!graph.has(to)) graph.set(to, []);
    } else {
      add(to, from, cost);
    }
  }
  return graph;
}

/** Nodes that can be reached, nearest first. */
export function breadthFirst(graph, start) {
  const seen = new Set([start]);
  const queue = [start];
  while (queue.length > 0) {
    const node = queue.shift();
    for (const [next] of graph.get(node) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return [...seen];
}

/** The cheapest way as `{ cost, path }`, or null. */
export function cheapestPath(graph, start, goal) {
  const costs = new Map([[start, 0]]);
  const before = new Map();
  const open = new Set([start]);
  const done = new Set();
  while (open.size > 0) {
    const node = [...open].reduce((best, other) => (costs.get(other) < costs.get(best) ? other : best));
    if (node === goal) return { cost: costs.get(goal), path: walkBack(before, goal) };
    open.delete(node);
    done.add(node);
    for (const [next, cost] of graph.get(node) ?? []) {
      if (done.has(next)) continue;
      const total = costs.get(node) + cost;
      if (total < (costs.get(next) ?? Infinity)) {
        costs.set(next, total);
        before.set(next, node);
        open.add(next);
      }
    }
  }
  return null;
}

function walkBack(before, goal) {
  const path = [goal];
  while (before.has(path[0])) path.unshift(before.get(path[0]));
  return path;
}

/** Nodes of a directed graph, each ahead of those it leads to; throws on a cycle. */
export function sortTopologically(graph) {
  const state = new Map();
  const sorted = [];
  const visit = (node) => {
    if (state.get(node) === "done") return;
    if (state.get(node) === "open") throw new Error(`a cycle through ${node}`);
    state.set(node, "open");
    for (const [next] of graph.get(node) ?? []) visit(next);
    state.set(node, "done");
    sorted.unshift(node);
  };
  for (const node of graph.keys()) visit(node);
  return sorted;
}

/** Groups of nodes that hang together, in an undirected graph. */
export function findComponents(graph) {
  const seen = new Set();
  const groups = [];
  for (const node of graph.keys()) {
    if (seen.has(node)) continue;
    const group = breadthFirst(graph, node);
    for (const member of group) seen.add(member);
    groups.push(group.sort());
  }
  return groups;
}
