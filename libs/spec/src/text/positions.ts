import { walkYaml, type StructureVisitor } from '@nx-conductor/core';
import type { Source } from './source';
import { walkJson } from './walk-json';

interface Wanted {
  readonly children: Map<string, Wanted>;
  offset: number | undefined;
}

/**
 * Offsets of values in a text, all in one walk: of the key for a member of an object, of the value itself
 * elsewhere. For a path that leads to nothing, the offset of the deepest ancestor that is there.
 */
export function offsetsOf(source: Source, paths: readonly (readonly string[])[]): readonly number[] {
  const root = { children: new Map<string, Wanted>(), offset: undefined };
  for (const path of paths) want(root, path);
  const finder = finderOf(root);
  if (source.language === 'json' || walkJson(source.text) === undefined) walkJson(source.text, finder);
  else walkYaml(source.text, finder);
  return paths.map((path) => deepestOffset(root, path));
}

function want(root: Wanted, path: readonly string[]): void {
  let node = root;
  for (const segment of path) {
    let child = node.children.get(segment);
    if (child === undefined) node.children.set(segment, (child = { children: new Map(), offset: undefined }));
    node = child;
  }
}

function deepestOffset(root: Wanted, path: readonly string[]): number {
  let node: Wanted | undefined = root;
  let offset = root.offset ?? 0;
  for (const segment of path) {
    node = node.children.get(segment);
    if (node?.offset === undefined) break;
    offset = node.offset;
  }
  return offset;
}

/** Follows the walk through the tree of wanted paths; everything beside it is passed over. */
function finderOf(root: Wanted): StructureVisitor {
  interface Frame {
    readonly node: Wanted | undefined;
    /** Index of the next item of an array, or undefined in an object. */
    index: number | undefined;
    key: string;
    keyOffset: number;
  }
  const frames: Frame[] = [];
  const enter = (offset: number): Wanted | undefined => {
    const frame = frames.at(-1);
    if (frame === undefined) {
      root.offset = offset;
      return root;
    }
    const segment = frame.index === undefined ? frame.key : String(frame.index++);
    const node = frame.node?.children.get(segment);
    if (node !== undefined) node.offset = frame.index === undefined ? frame.keyOffset : offset;
    return node;
  };
  return {
    open: (kind, offset) => void frames.push({ node: enter(offset), index: kind === 'array' ? 0 : undefined, key: '', keyOffset: 0 }),
    key: (name, offset) => {
      const frame = frames.at(-1) as Frame;
      frame.key = name;
      frame.keyOffset = offset;
    },
    scalar: (offset) => void enter(offset),
    close: () => void frames.pop(),
  };
}
