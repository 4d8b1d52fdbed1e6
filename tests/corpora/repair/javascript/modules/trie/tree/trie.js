/** A set of words that is asked by their beginnings. */
export class Trie {
  #root = createNode();
  #size = 0;

  get size() {
    return this.#size;
  }

  /** Adds a word; false where it was there. */
  add(word) {
    let node = this.#root;
    for (const letter of word) {
      if (!node.children.has(letter)) node.children.set(letter, createNode());
      node = node.children.get(letter);
    }
    if (node.isWord) return false;
    node.isWord = true;
    this.#size += 1;
    return true;
  }

  has(word) {
    const node = this.#find(word);
    return node !== null && node.isWord;
  }

  /** Takes a word out, and the branches that no other word needs; false where it was not there. */
  remove(word) {
    const path = [];
    let node = this.#root;
    for (const letter of word) {
      const next = node.children.get(letter);
      if (next === undefined) return false;
      path.push([node, letter]);
      node = next;
    }
    if (!node.isWord) return false;
    node.isWord = false;
    this.#size -= 1;
    for (let at = path.length - 1; at >= 0; at--) {
      const [parent, letter] = path[at];
      const child = parent.children.get(letter);
      if (child.isWord || child.children.size > 0) break;
      parent.children.delete(letter);
    }
    return true;
  }

  /** Words that begin so, in the order of their letters, at most `limit`. */
  complete(prefix, limit = Infinity) {
    const found = [];
    const visit = (node, word) => {
      if (found.length >= limit) return;
      if (node.isWord) found.push(word);
      for (const letter of [...node.children.keys()].sort()) {
        visit(node.children.get(letter), word + letter);
      }
    };
    const start = this.#find(prefix);
    if (start !== null) visit(start, prefix);
    return found;
  }

  /** The longest word of the set that the text begins with; "" where there is none. */
  longestPrefix(text) {
    let node = this.#root;
    let longest = "";
    for (let at = 0; at < text.length; at++) {
      node = node.children.get(text[at]);
      if (node === undefined) break;
      if (node.isWord) longest = text.slice(0, at + 1);
    }
    return longest;
  }

  #find(prefix) {
    let node = this.#root;
    for (const letter of prefix) {
      node = node.children.get(letter);
      if (node === undefined) return null;
    }
    return node;
  }
}

function createNode() {
  return { children: new Map(), isWord: false };
}
