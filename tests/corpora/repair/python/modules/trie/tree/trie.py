"""Words by their prefixes."""


class Trie:
    def __init__(self, words=()):
        self._root = {}
        self._count = 0
        for word in words:
            self.add(word)

    def add(self, word):
        """True if it is new."""
        node = self._root
        for letter in word:
            node = node.setdefault(letter, {})
        if "" in node:
            return False
        node[""] = True
        self._count += 1
        return True

    def _find(self, prefix):
        node = self._root
        for letter in prefix:
            node = node.get(letter)
            if node is None:
                return None
        return node

    def __contains__(self, word):
        node = self._find(word)
        return node is not None and "" in node

    def __len__(self):
        return self._count

    def complete(self, prefix, limit=None):
        """Words that begin with the prefix, in the order of the alphabet, at most `limit`."""
        found = []
        node = self._find(prefix)
        if node is None:
            return found

        def walk(node, word):
            if limit is not None and len(found) >= limit:
                return
            if "" in node:
                found.append(word)
            for letter in sorted(key for key in node if key):
                walk(node[letter], word + letter)

        walk(node, prefix)
        return found if limit is None else found[:limit]

    def remove(self, word):
        """True if it was there; what nothing else needs goes too."""
        path = [self._root]
        for letter in word:
            if letter not in path[-1]:
                return False
            path.append(path[-1][letter])
        if "" not in path[-1]:
            return False
        del path[-1][""]
        self._count -= 1
        for at in range(len(word) - 1, -1, -1):
            if path[at + 1]:
                break
            del path[at][word[at]]
        return True

    def longest_prefix(self, text):
        """The longest word that the text begins with, or None."""
        node = self._root
        best = "" if "" in node else None
        for at, letter in enumerate(text):
            if letter not in node:
                break
            node = node[letter]
            if "" in node:
                best = text[:at + 1]
        return best

    def match(self, pattern):
        """Words that fit, with ? for any one letter."""
        found = []

        def walk(node, at, word):
            if at == len(pattern):
                if "" in node:
                    found.append(word)
                return
            letters = [pattern[at]] if pattern[at] != "?" else sorted(key for key in node if key)
            for letter in letters:
                if letter in node:
                    walk(node[letter], at + 1, word + letter)

        walk(self._root, 0, "")
        return found
