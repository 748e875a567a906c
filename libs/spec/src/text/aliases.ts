import type { Json } from '@nx-conductor/core';
import { MAX_DEPTH } from './depth';

/** How many values aliases may add to a document once every one of them is written out. */
export const MAX_ALIASED = 1_000_000;

/** What is wrong with a value, for a failure. */
export interface ValueProblem {
  readonly what: string;
  readonly expected: string;
  readonly received: string;
  /** Keys and indices that lead to it. */
  readonly path: readonly string[];
}

interface Measure {
  /** Values in the subtree, aliases written out. */
  readonly size: number;
  readonly depth: number;
}

/**
 * Checks that a value of a YAML parser, where aliases share objects, stands for a JSON tree of bearable size: no
 * cycle, no `.inf` or `.nan`, no nesting beyond the bound, no "billion laughs". Every object is visited once,
 * however often it is shared.
 */
export function measureShared(root: Json): ValueProblem | undefined {
  const measured = new Map<object, Measure | 'open'>();
  const path: string[] = [];
  let written = 0;
  let problem: ValueProblem | undefined;
  const { size } = measure(root, 0);
  if (problem === undefined && size - written > MAX_ALIASED) {
    problem = { what: 'aliases', expected: `aliases that stand for at most ${MAX_ALIASED} further values`, received: `${size - written}`, path: [] };
  }
  return problem;

  function measure(value: Json | undefined, level: number): Measure {
    if (typeof value !== 'object' || value === null) {
      written++;
      if (typeof value === 'number' && !Number.isFinite(value)) problem ??= { what: 'number', expected: 'a finite number', received: String(value), path: [...path] };
      return { size: 1, depth: 0 };
    }
    const known = measured.get(value);
    if (known === 'open') {
      problem ??= { what: 'alias', expected: 'a value that does not contain itself', received: 'an alias inside the value of its own anchor', path: [...path] };
      return { size: 1, depth: 0 };
    }
    if (level + (known?.depth ?? 1) > MAX_DEPTH) {
      problem ??= { what: 'nesting', expected: `at most ${MAX_DEPTH} levels`, received: 'more', path: [...path] };
      return { size: 1, depth: 0 };
    }
    if (known !== undefined) return known;
    measured.set(value, 'open');
    written++;
    let size = 1;
    let depth = 0;
    for (const [key, child] of Object.entries(value) as Iterable<[string, Json]>) {
      path.push(key);
      const inner = measure(child, level + 1);
      path.pop();
      size += inner.size;
      depth = Math.max(depth, inner.depth);
    }
    const result = { size, depth: depth + 1 };
    measured.set(value, result);
    return result;
  }
}
