"""A sorted collection as a binary search tree; each key is in it once."""


class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None


class SortedTree:
    def __init__(self, keys=()):
        self._root = None
        self._size = 0
        for key in keys:
            self.insert(key)

    def __len__(self):
        return self._size

    def insert(self, key):
        """True if it is new."""
        if self._root is None:
            self._root = Node(key)
            self._size += 1
            return True
        node = self._root
        while True:
            if key == node.key:
                return False
            side = "left" if key < node.key else "right"
            child = getattr(node, side)
            if child is None:
                setattr(node, side, Node(key))
                self._size += 1
                return True
            node = child

    def __contains__(self, key):
        node = self._root
        while node is not None and node.key != key:
            node = node.left if key < node.key else node.right
        return node is not None

    def __iter__(self):
        waiting = []
        node = self._root
        while waiting or node is not None:
            while node is not None:
                waiting.append(node)
                node = node.left
            node = waiting.pop()
            yield node.key
            node = node.right

    def height(self):
        """Nodes on the longest way down."""

        def measure(node):
            if node is None:
                return 0
            return 1 + max(measure(node.left), measure(node.right))

        return measure(self._root)

    def floor(self, key):
        """The largest key that is not above, or None."""
        best = None
        node = self._root
        while node is not None:
            if node.key == key:
                return key
            if node.key < key:
                best = node.key
                node = node.right
            else:
                node = node.left
        return best

    def between(self, low, high):
        """Keys from low to high, both included; branches that cannot hold any are not visited."""
        found = []

        def walk(node):
            if node is None:
                return
            if low < node.key:
                walk(node.left)
            if low <= node.key <= high:
                found.append(node.key)
            if node.key < high:
                walk(node.right)

        walk(self._root)
        return found

    def remove(self, key):
        """True if it was there."""
        before = self._size
        self._root = self._remove(self._root, key)
        return self._size < before

    def _remove(self, node, key):
        if node is None:
            return None
        if key < node.key:
            node.left = self._remove(node.left, key)
            return node
        if key > node.key:
            node.right = self._remove(node.right, key)
            return node
        if node.left is not None and node.right is not None:
            successor = node.right
            while successor.left is not None:
                successor = successor.left
            node.key = successor.key
            node.right = self._remove(node.right, successor.key)
            return node
        self._size -= 1
        return node.left if node.left is not None else node.right

    def kth(self, k):
        """The k-th smallest key, from 0. Raises IndexError."""
        if k < 0:
            raise IndexError(k)
        for at, key in enumerate(self):
            if at == k:
                return key
        raise IndexError(k)
