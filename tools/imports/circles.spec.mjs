import { circles } from './circles.mjs';

const found = (files) => circles(new Map(Object.entries(files)));

describe('circles', () => {
  it('tells the files that need each other', () => {
    expect(
      found({
        'a/one.ts': `import { two } from './two';`,
        'a/two.ts': `export * from '../b';`,
        'b/index.ts': `import { one } from '../a/one';`,
        'b/alone.ts': `import { one } from '../a/one';`,
      }),
    ).toEqual([['a/one.ts', 'a/two.ts', 'b/index.ts']]);
  });

  it('tells each circle of several, and none twice', () => {
    expect(
      found({
        'a.ts': `import './b'; import './c';`,
        'b.ts': `import { a } from './a';`,
        'c.ts': `import { d } from './d';`,
        'd.ts': `import { type T, c } from './c';`,
      }),
    ).toEqual([['c.ts', 'd.ts'], ['a.ts', 'b.ts']]);
  });

  it('counts types, in whichever way they are named', () => {
    for (const back of [`import type { A } from './a';`, `import { type A } from './a';`, `export type { A } from './a';`]) {
      expect(found({ 'a.ts': `import { b } from './b';`, 'b.ts': back })).toEqual([['a.ts', 'b.ts']]);
    }
  });

  it('passes over packages and what is loaded later', () => {
    expect(found({ 'a.ts': `import { b } from './b';`, 'b.ts': `import x from 'a'; const later = () => import('./a');` })).toEqual([]);
  });
});
