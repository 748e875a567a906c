import { READ, type LogWriter } from './read-log';
import { seenKeys, seenMember, seenValue } from './seen';

/** What a frame knows of the nodes whose reads it holds. */
interface Visited {
  readonly target: object;
  readonly parent: Visited | undefined;
  readonly key: string;
  /** Its first entry, or -1. */
  readonly first: number;
  /** Its keys, where they were listed. */
  readonly listed: readonly string[] | undefined;
  /** Something was read below it. */
  isNeeded: boolean;
  /** In the log, once it is written. */
  number: number;
  wasRead(): boolean;
}

/** What was looked at: the value, whether the key is there. No bit: only gone through. */
export const LOOKED = { value: 1, has: 2 } as const;

/**
 * What one piece of work has read so far. The entries of all nodes are in parallel lists, those of one node linked: with a
 * list in every node, most of the memory that a run takes would be such lists. What was seen is found when the set is
 * written, not at each of a million reads: the values do not change.
 */
export class Frame<N extends Visited> {
  readonly nodes: N[] = [];
  readonly roots = new Map<string, N>();
  /** Roots that are scalars, which are read when they are given: nothing can be seen of them later. */
  readonly scalars = new Map<string, unknown>();
  readonly keys: string[] = [];
  readonly looked: number[] = [];
  readonly views: unknown[] = [];
  readonly children: (N | undefined)[] = [];
  readonly next: number[] = [];
  /** Entries in use. */
  length = 0;

  /** Adds an entry; its number. */
  add(key: string): number {
    const entry = this.length++;
    this.keys[entry] = key;
    this.looked[entry] = 0;
    this.next[entry] = -1;
    return entry;
  }

  isEmpty(): boolean {
    return this.nodes.length === 0 && this.scalars.size === 0;
  }

  /** Writes the set of all reads; its number. Nodes that nothing was read of are left out. */
  write(log: LogWriter): number {
    const { nodes } = this;
    for (let at = nodes.length - 1; at >= 0; at--) {
      const node = nodes[at] as N;
      if (node.wasRead() && node.parent) node.parent.isNeeded = true;
    }
    for (const node of nodes) {
      if (!node.wasRead()) continue;
      node.number = log.addNode(node.parent?.number ?? -1, node.key);
      this.writeReads(node, log);
    }
    for (const [name, value] of this.scalars) {
      log.addNode(-1, name);
      log.addRead('', READ.self, seenValue(value));
    }
    return log.endSet();
  }

  private writeReads({ target, first, listed }: N, log: LogWriter): void {
    if (listed !== undefined) log.addRead('', READ.keys, seenKeys(listed, Array.isArray(target)));
    for (let entry = first; entry !== -1; entry = this.next[entry] as number) {
      const looked = this.looked[entry] as number;
      if (looked === 0) continue;
      const key = this.keys[entry] as string;
      const view = this.views[entry];
      if ((looked & LOOKED.value) !== 0) log.addRead(key, READ.value, this.children[entry] === undefined ? seenValue(typeof view === 'function' ? undefined : view) : seenValue((target as Record<string, unknown>)[key]));
      // Who has seen a value knows that the key is there.
      if ((looked & LOOKED.has) !== 0 && ((looked & LOOKED.value) === 0 || view === undefined)) log.addRead(key, READ.has, seenMember(Object.hasOwn(target, key)));
    }
  }

  /** Makes room for the next piece of work. What is in use no more may not be held: it is much. */
  clear(): void {
    this.views.fill(undefined, 0, this.length);
    this.children.fill(undefined, 0, this.length);
    this.nodes.length = 0;
    this.roots.clear();
    this.scalars.clear();
    this.length = 0;
  }
}
