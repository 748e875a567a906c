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
  let written = 1;
  let problem: ValueProblem | undefined;
  const size = typeof root === 'object' && root !== null ? measure(root, 0).size : scalar(root);
  if (problem === undefined && size - written > MAX_ALIASED) {
    problem = { what: 'aliases', expected: `aliases that stand for at most ${MAX_ALIASED} further values`, received: `${size - written}`, path: [] };
  }
  return problem;

  function scalar(value: Json): number {
    if (typeof value === 'number' && !Number.isFinite(value)) problem ??= { what: 'number', expected: 'a finite number', received: String(value), path: [...path] };
    return 1;
  }

  function measure(value: object, level: number): Measure {
    const known = measured.get(value);
    if (known === 'open') {
      problem ??= { what: 'alias', expected: 'a value that does not contain itself', received: 'an alias inside the value of its own anchor', path: [...path] };
      return UNMEASURED;
    }
    if (level + (known?.depth ?? 1) > MAX_DEPTH) {
      problem ??= { what: 'nesting', expected: `at most ${MAX_DEPTH} levels`, received: 'more', path: [...path] };
      return UNMEASURED;
    }
    if (known !== undefined) return known;
    measured.set(value, 'open');
    let size = 1;
    let depth = 0;
    // Neither lists nor objects of a YAML parser have enumerable keys but their own.
    for (const key in value) {
      const child = (value as { readonly [key: string]: Json })[key] as Json;
      written++;
      path.push(key);
      if (typeof child !== 'object' || child === null) size += scalar(child);
      else {
        if (measured.has(child)) written--;
        const inner = measure(child, level + 1);
        size += inner.size;
        if (inner.depth > depth) depth = inner.depth;
      }
      path.pop();
    }
    const result = { size, depth: depth + 1 };
    measured.set(value, result);
    return result;
  }
}

/** Of a value that is a problem: the rest need not be counted. */
const UNMEASURED: Measure = { size: 1, depth: 0 };
