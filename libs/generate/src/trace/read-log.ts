import type { Seen } from './seen';

/** Kinds of reads: the value under a key, whether a key is there, all keys in their order. */
export const READ = { value: 0, has: 1, keys: 2 } as const;
export type ReadKind = (typeof READ)[keyof typeof READ];

/**
 * Everything that the jobs of a run read of watched values, each read once however many jobs made it.
 *
 * Nodes form trees by parent and key, parents first. A root has parent -1 and as its key the name of what is watched,
 * such as `spec api`. A read is of a key of a node (of the node itself for `keys`), with what was seen there. Parallel
 * arrays, because there are hundreds of thousands of these and they are stored.
 */
export interface ReadLog {
  readonly nodeParent: number[];
  readonly nodeKey: string[];
  readonly readNode: number[];
  readonly readKey: string[];
  readonly readKind: ReadKind[];
  readonly readSeen: Seen[];
}

/** A log of nothing. */
export function emptyLog(): ReadLog {
  return { nodeParent: [], nodeKey: [], readNode: [], readKey: [], readKind: [], readSeen: [] };
}

/** Adds a node; its number. */
export function addNode(log: ReadLog, parent: number, key: string): number {
  log.nodeKey.push(key);
  return log.nodeParent.push(parent) - 1;
}

/** Adds a read; its number. */
export function addRead(log: ReadLog, node: number, key: string, kind: ReadKind, seen: Seen): number {
  log.readNode.push(node);
  log.readKey.push(key);
  log.readKind.push(kind);
  return log.readSeen.push(seen) - 1;
}
