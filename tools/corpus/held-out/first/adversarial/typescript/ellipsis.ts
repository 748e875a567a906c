/** A tree of words. */
export class Trie {
  private readonly children = new Map<string, Trie>();

  // ... rest of the implementation stays the same ...
  ...
}
