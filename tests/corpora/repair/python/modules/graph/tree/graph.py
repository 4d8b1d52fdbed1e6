"""Graphs as dicts: node → neighbours."""

from collections import deque


def nodes_of(graph):
    """All nodes, those too that are only neighbours, in the order in which they come."""
    found = {}
    for node, neighbours in graph.items():
        found[node] = True
        for other in neighbours:
            found[other] = True
    return list(found)


def reverse(graph):
    """The same edges the other way round."""
    turned = {node: [] for node in nodes_of(graph)}
    for node, neighbours in graph.items():
        for other in neighbours:
            turned[other].append(node)
    return turned


def components(graph):
    """Sorted groups of nodes that are connected, whatever the direction; the largest first."""
    back = reverse(graph)
    seen = set()
    groups = []
    for start in nodes_of(graph):
        if start in seen:
            continue
        group = []
        waiting = [start]
        seen.add(start)
        while waiting:
            node = waiting.pop()
            group.append(node)
            for other in [*graph.get(node, ()), *back[node]]:
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        groups.append(sorted(group))
    return sorted(groups, key=lambda group: (-len(group), group))


def distances(graph, start):
    """Edges from the start to each node that can be reached."""
    found = {start: 0}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for other in graph.get(node, ()):
            if other not in found:
                found[other] = found[node] + 1
                waiting.append(other)
    return found


def layers(graph):
    """Nodes in layers, each after all that it needs: graph[node] is what the node needs. Raises ValueError in a circle."""
    needs = {node: set(graph.get(node, ())) for node in nodes_of(graph)}
    made = []
    while needs:
        ready = sorted(node for node, left in needs.items() if not left)
        if not ready:
            raise ValueError("there is a circle")
        made.append(ready)
        for node in ready:
            del needs[node]
        for left in needs.values():
            left.difference_update(ready)
    return made


def has_circle(graph):
    """Whether some node can be reached from itself."""
    state = {}

    def visit(node):
        if state.get(node) == "done":
            return False
        if state.get(node) == "open":
            return True
        state[node] = "open"
        if any(visit(other) for other in graph.get(node, ())):
            return True
        state[node] = "done"
        return False

    return any(visit(node) for node in nodes_of(graph))


def two_colours(graph):
    """Node → 0 or 1 so that neighbours differ, or None where that cannot be. The first node of a component is 0."""
    back = reverse(graph)
    colours = {}
    for start in nodes_of(graph):
        if start in colours:
            continue
        colours[start] = 0
        waiting = deque([start])
        while waiting:
            node = waiting.popleft()
            for other in [*graph.get(node, ()), *back[node]]:
                if other not in colours:
                    colours[other] = 1 - colours[node]
                    waiting.append(other)
                elif colours[other] == colours[node]:
                    return None
    return colours
