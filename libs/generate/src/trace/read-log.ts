import { isStoredWhole, storedForm, type Seen } from './seen';

/** Kinds of reads: the value under a key, whether a key is there, all keys in their order; of a root that is a scalar, itself. */
export const READ = { value: 0, has: 1, keys: 2, self: 3 } as const;
export type ReadKind = (typeof READ)[keyof typeof READ];

/**
 * What pieces of work read of watched values: a set of reads for each. The nodes of a set follow those of the set before,
 * the reads of a node those of the node before.
 *
 * The nodes of a set form trees by parent and key, parents first. A root has parent -1 and as its key the name of what is
 * watched, such as `spec api`. A read is of a key of a node (of the node itself for `keys` and `self`), with what was seen there.
 * Integers, because there are hundreds of thousands of these, and they are stored: nothing is made of them on loading.
 */
export interface ReadLog {
  readonly strings: readonly string[];
  /** By set: how many nodes it has. */
  readonly setNodes: Int32Array;
  readonly nodeParent: Int32Array;
  /** Numbers of strings, which are the keys in full. */
  readonly nodeKey: Int32Array;
  /** By node: how many reads are of it. */
  readonly nodeReads: Int32Array;
  /** Numbers of strings, times four, plus the kind of the read. */
  readonly readKey: Int32Array;
  /** Numbers of strings, which are what was seen in the form in which it is stored. */
  readonly readSeen: Int32Array;
}

/** Where things begin in their lists, and after the last one the end. */
export interface LogStarts {
  /** By set: its nodes. */
  readonly node: Int32Array;
  /** By node: its reads. */
  readonly read: Int32Array;
  /** By set: its reads. */
  readonly setRead: Int32Array;
}

/** Where the nodes and the reads of each set, and the reads of each node, begin. */
export function startsOf(log: ReadLog): LogStarts {
  const [node, read] = [sums(log.setNodes), sums(log.nodeReads)];
  return { node, read, setRead: node.map((first) => read[first] as number) };
}

function sums(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at++) starts[at + 1] = (starts[at] as number) + (counts[at] as number);
  return starts;
}

/** A log that grows. A set is written node by node, each with its reads, and then closed. */
export class LogWriter {
  private readonly strings: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly longKeys = new Map<string, number>();
  private readonly setNodes = new Integers();
  private readonly nodeParent = new Integers();
  private readonly nodeKey = new Integers();
  private readonly nodeReads = new Integers();
  private readonly readKey = new Integers();
  private readonly readSeen = new Integers();
  private closedNodes = 0;
  private closedReads = 0;

  /** Adds a node after all reads of the one before; its number. */
  addNode(parent: number, key: string): number {
    this.endNode();
    this.nodeParent.push(parent);
    this.nodeKey.push(this.key(key));
    return this.nodeParent.length - 1;
  }

  /** Adds a read of the latest node. */
  addRead(key: string, kind: ReadKind, seen: Seen): void {
    this.readKey.push(this.key(key) * 4 + kind);
    this.readSeen.push(this.number(seen));
  }

  /** Ends the set of all nodes since the one before; its number. */
  endSet(): number {
    this.endNode();
    this.setNodes.push(this.nodeParent.length - this.closedNodes);
    this.closedNodes = this.nodeParent.length;
    return this.setNodes.length - 1;
  }

  /** What was written so far. */
  log(): ReadLog {
    const { strings, setNodes, nodeParent, nodeKey, nodeReads, readKey, readSeen } = this;
    return { strings, setNodes: setNodes.all(), nodeParent: nodeParent.all(), nodeKey: nodeKey.all(), nodeReads: nodeReads.all(), readKey: readKey.all(), readSeen: readSeen.all() };
  }

  private endNode(): void {
    if (this.nodeReads.length === this.nodeParent.length) return;
    this.nodeReads.push(this.readKey.length - this.closedReads);
    this.closedReads = this.readKey.length;
  }

  /** A key stays as it is, however long: by it the value is found again. */
  private key(text: string): number {
    if (isStoredWhole(text)) return this.number(text);
    let number = this.longKeys.get(text);
    if (number === undefined) this.longKeys.set(text, (number = this.strings.push(text) - 1));
    return number;
  }

  /** Equal texts get the same number. A long one is looked up by itself, so that its digest is made once. */
  private number(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) this.numbers.set(text, (number = this.strings.push(storedForm(text)) - 1));
    return number;
  }
}

/** A list of 32-bit integers that grows. */
class Integers {
  length = 0;
  private items = new Int32Array(1024);

  push(item: number): void {
    if (this.length === this.items.length) {
      const more = new Int32Array(this.length * 2);
      more.set(this.items);
      this.items = more;
    }
    this.items[this.length++] = item;
  }

  all(): Int32Array {
    return this.items.subarray(0, this.length);
  }
}
