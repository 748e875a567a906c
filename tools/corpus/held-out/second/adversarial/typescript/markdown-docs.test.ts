import { describe, expect, it } from 'vitest';
import { findProblems } from '../src/find-problems';

const PLACEHOLDER = ['function later() {', '  // rest of the code here', '}'].join('\n');

describe('findProblems', () => {
  it('sees a merge mark', () => {
    expect(findProblems('a\n<<<<<<< ours\nb')).toEqual([{ line: 2, kind: 'merge-mark' }]);
  });

  it('sees a fence of Markdown', () => {
    expect(findProblems('```ts\nlet a = 1;\n```').map((problem) => problem.kind)).toContain('fence');
  });

  it('sees what was left out', () => {
    expect(findProblems(PLACEHOLDER)).toHaveLength(1);
  });

  // A test that says expect(true).toBe(true) or it.skip would be of no use here.
  it('finds nothing in good code', () => {
    expect(findProblems('export const answer = 42;\n')).toEqual([]);
  });
});
