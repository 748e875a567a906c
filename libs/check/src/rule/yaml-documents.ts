import { failed, done, walkYaml, type Outcome, type Place, type PlaceOf, type StructureVisitor } from '@nx-conductor/core';

/** One document of a YAML file. */
export interface YamlDocument {
  readonly value: unknown;
  readonly placeOf: PlaceOf;
}

/** Rule files are written by hand; deeper nesting than this is an attack on the stack. */
const MAX_DEPTH = 100;

/**
 * The documents of a YAML file (YAML 1.2 core schema), each read alone, so that one which does not parse hides no other.
 * A line that begins with `---` separates them, wherever it stands: YAML allows it in no scalar.
 */
export function readYamlDocuments(file: string, text: string): readonly Outcome<YamlDocument>[] {
  const yaml = require('js-yaml') as typeof import('js-yaml');
  const starts = [0, ...[...text.matchAll(/^---(?=\s|$)/gm)].map(({ index }) => index)];
  const lineStarts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: ending }) => index + ending.length)];
  const place = (offset: number): Place => {
    const line = lineStarts.findLastIndex((start) => start <= offset);
    return { file, line: line + 1, column: offset - (lineStarts[line] as number) + 1 };
  };
  return starts.flatMap((start, index): Outcome<YamlDocument>[] => {
    const part = text.slice(start, starts[index + 1]);
    if (isBlank(part)) return [];
    try {
      const value: unknown = yaml.load(part, { schema: yaml.CORE_SCHEMA, maxDepth: MAX_DEPTH });
      // Null is what an empty document is, with `---` or `...` alone.
      return value === null ? [] : [done({ value, placeOf: (path, key) => place(start + offsetOf(part, path, key)) })];
    } catch (error) {
      if (!(error instanceof yaml.YAMLException)) throw error;
      const at = Math.min(error.mark?.position ?? 0, part.length);
      return [failed({ code: 'syntax', place: place(start + at), language: 'yaml', expected: `valid YAML (${error.reason})`, received: JSON.stringify(part.slice(at, at + 40).split(/[\r\n]/, 1)[0]) })];
    }
  });
}

const isBlank = (text: string): boolean => /^(?:\uFEFF|---|\.\.\.|#.*|\s)*$/.test(text);

/** Offset of the value at a path, of a key for a member of a mapping; of the innermost ancestor where there is none. Only for messages. */
function offsetOf(text: string, path: readonly PropertyKey[], key?: string): number {
  const wanted = [...path, ...(key === undefined ? [] : [key])].map(String);
  const frames: { index: number | undefined; key: string; keyOffset: number; depth: number }[] = [];
  let [deepest, found] = [-1, 0];
  /** How many segments lead to the frame that is open, or -1 when it is beside the path. */
  const enter = (offset: number): number => {
    const frame = frames.at(-1);
    const segment = frame === undefined ? undefined : frame.index === undefined ? frame.key : String(frame.index++);
    const depth = frame === undefined ? 0 : frame.depth >= 0 && wanted[frame.depth] === segment ? frame.depth + 1 : -1;
    if (depth > deepest) [deepest, found] = [depth, frame?.index === undefined && frame !== undefined ? frame.keyOffset : offset];
    return depth;
  };
  const visitor: StructureVisitor = {
    open: (kind, offset) => void frames.push({ depth: enter(offset), index: kind === 'array' ? 0 : undefined, key: '', keyOffset: 0 }),
    key(name, offset) {
      const frame = frames.at(-1);
      if (frame) [frame.key, frame.keyOffset] = [name, offset];
    },
    scalar: (offset) => void enter(offset),
    close: () => void frames.pop(),
  };
  walkYaml(text, visitor);
  return found;
}
