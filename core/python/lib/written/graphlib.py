"""The order of things that depend on each other."""
__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """Things that depend on themselves."""


class TopologicalSorter:
    """Gives out nodes when all those before them are done."""

    def __init__(self, graph=None):
        self._before, self._after, self._prepared = {}, {}, False
        self._ready, self._out, self._done = [], set(), set()
        for node, others in (graph or {}).items():
            self.add(node, *others)

    def _node(self, node):
        self._before.setdefault(node, 0)
        return self._after.setdefault(node, [])

    def add(self, node, *predecessors):
        """Say what must come before a node."""
        if self._prepared:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._node(node)
        for other in predecessors:
            self._node(other).append(node)
        self._before[node] += len(predecessors)

    def prepare(self):
        """Complete the graph, and look for a cycle."""
        if self._prepared:
            raise ValueError("cannot prepare() more than once")
        self._prepared = True
        self._ready = [node for node, n in self._before.items() if n == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self):
        """Return nodes that follow each other in a ring, the first also at the end, or None."""
        finished = set()
        for start in self._after:
            if start in finished:
                continue
            path, places, open_ends = [start], {start: 0}, [iter(self._after[start])]
            while path:
                for node in open_ends[-1]:
                    if node in places:
                        return path[places[node]:] + [node]
                    if node not in finished:
                        places[node] = len(path)
                        path.append(node)
                        open_ends.append(iter(self._after[node]))
                        break
                else:
                    last = path.pop()
                    open_ends.pop()
                    del places[last]
                    finished.add(last)
        return None

    def _must_be_prepared(self):
        if not self._prepared:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        """Return the nodes that can be worked on now."""
        self._must_be_prepared()
        given, self._ready = tuple(self._ready), []
        self._out.update(given)
        return given

    def is_active(self):
        """Tell whether there is anything left."""
        self._must_be_prepared()
        return bool(self._ready) or len(self._done) < len(self._out)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Say that the work on nodes is over."""
        self._must_be_prepared()
        for node in nodes:
            if node not in self._before:
                raise ValueError("node %r was not added using add()" % (node,))
            if node in self._done:
                raise ValueError("node %r was already marked done" % (node,))
            if node not in self._out:
                raise ValueError("node %r was not passed out (still not ready)" % (node,))
            self._done.add(node)
            for other in self._after[node]:
                self._before[other] -= 1
                if self._before[other] == 0:
                    self._ready.append(other)

    def static_order(self):
        """Return an iterator over all nodes, each behind those that come before it."""
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)
