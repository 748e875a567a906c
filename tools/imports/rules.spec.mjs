import { violations } from './rules.mjs';

const reasons = (path, text) => violations(path, text).map(({ line, what }) => `${line} ${what}`);

describe('imports', () => {
  it.each([
    ['libs/spec/src/read.ts', `import { readFileSync } from 'node:fs';`, 'node:fs'],
    ['libs/spec/src/read.ts', `import fs = require('fs');`, 'fs'],
    ['libs/run/src/a/b.ts', `const { spawn } = require('child_process');`, 'child_process'],
    ['libs/outputs/src/a.ts', `const load = () => import('node:worker_threads');`, 'node:worker_threads'],
    ['libs/store/src/a.ts', `export * from 'node:http';`, 'node:http'],
    ['libs/core/src/a.ts', `let disk: import('node:fs').Stats;`, 'node:fs'],
    ['libs/spec/src/a.ts', `import { resolve } from '@nx-conductor/generate';`, '@nx-conductor/generate'],
    ['libs/core/src/a.ts', `import { Spec } from '@nx-conductor/spec';`, '@nx-conductor/spec'],
    ['libs/host/src/a.ts', `import { plan } from '@nx-conductor/outputs';`, '@nx-conductor/outputs'],
    ['libs/run/src/a.ts', `import { memoryDisk } from '@nx-conductor/testkit';`, '@nx-conductor/testkit'],
    ['libs/run/src/a.ts', `import { x } from '@nx-conductor/core/src/x';`, '@nx-conductor/core/src/x'],
    ['libs/run/src/a.ts', `import type { Tree } from '@nx/devkit';`, '@nx/devkit'],
    ['plugins/conductor/src/nx/plugin.ts', `import { x } from 'nx/src/x';`, 'nx/src/x'],
    ['plugins/conductor/src/nx/plugin.ts', `import { x } from 'node:fs';`, 'node:fs'],
    ['libs/spec/src/deep/a.ts', `import { x } from '../../../core/src/x';`, '../../../core/src/x'],
  ])('%s may not say %s', (path, text, what) => {
    expect(reasons(path, text)).toEqual([`1 ${what}`]);
  });

  it.each([
    ['libs/host/src/disk.ts', `import { readFileSync } from 'node:fs';`],
    ['libs/spec/src/read.ts', `import { done } from '@nx-conductor/core'; import { join } from 'node:path'; import { x } from './x';`],
    ['libs/run/src/run.ts', `import { plan } from '@nx-conductor/outputs'; import { disk } from '@nx-conductor/host';`],
    ['libs/spec/tests/read.spec.ts', `import { memoryDisk } from '@nx-conductor/testkit'; import { readFileSync } from 'node:fs';`],
    ['libs/spec/src/deep/a.ts', `import { x } from '../other';`],
    ['plugins/conductor/src/nx/plugin.ts', `import type { CreateNodesV2 } from '@nx/devkit';`],
    ['plugins/conductor/src/cli.ts', `process.exitCode = 0; console.log(process.argv);`],
    ['tools/build/build.mjs', `import { readFileSync } from 'node:fs';`],
  ])('%s may say %s', (path, text) => {
    expect(reasons(path, text)).toEqual([]);
  });
});

describe('globals', () => {
  it('finds the environment, the clock and chance, with their lines, in the order of the file', () => {
    const text = `const home = process.env.HOME;\nconst at = Date.now();\nconst now = new Date();\nconst spent = performance.now();\nconst dice = Math.random();\n`;
    expect(reasons('libs/run/src/a.ts', text)).toEqual(['1 process.env', '2 Date.now', '3 new Date()', '4 performance.now', '5 Math.random']);
  });

  it('leaves a date made from a value, and text that only looks like a use', () => {
    const text = `const day = new Date(0); // process.env\nconst name = 'Date.now';\n`;
    expect(reasons('libs/run/src/a.ts', text)).toEqual([]);
  });

  it('says what to do instead', () => {
    const [found] = violations('libs/run/src/a.ts', `process.env.CI`);
    expect(found?.reason).toBe('process.env belongs to libs/host; take it as an argument');
  });
});
