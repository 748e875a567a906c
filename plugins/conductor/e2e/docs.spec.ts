import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createNxWorkspace, runProcess, type NxWorkspace } from '@nx-conductor/testkit/nx';

/** The pages about tasks that people have: their commands run as they stand there, under bash, in the project that start.md makes. */
const PAGES = ['ci', 'cache', 'troubleshooting', 'switches', 'compile', 'records', 'validate'] as const;

const DOCS = join(__dirname, '..', '..', '..', 'docs');

/** All blocks of a page, one after the other; those in a list are indented. */
function scriptOf(page: string): string {
  const blocks = [...readFileSync(join(DOCS, `${page}.md`), 'utf8').matchAll(/^( *)```bash\n([^]*?)^ *```$/gm)];
  return blocks.map(([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), '')).join('\n');
}

let workspace: NxWorkspace;
let bin: string;

/** `npx` finds what is installed, without a look at any registry. */
function installPrograms(): void {
  bin = join(workspace.root, '.home', 'bin');
  mkdirSync(bin, { recursive: true });
  const nx = (JSON.parse(workspace.read('node_modules/nx/package.json')) as { bin: { nx: string } }).bin.nx;
  const programs = { npx: 'exec "$@"', nx: `exec node node_modules/nx/${nx} "$@"`, conductor: 'exec node node_modules/@nx-conductor/plugin/bin/conductor.js "$@"' };
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  }
}

function bash(script: string, folder = workspace.root) {
  const env = { PATH: `${bin}:${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`, HOME: join(folder, '.home'), NO_COLOR: '1', NX_DAEMON: 'false', NX_TUI: 'false', NX_CACHE_DIRECTORY: join(folder, '.nx', 'cache'), NX_WORKSPACE_DATA_DIRECTORY: join(folder, '.nx', 'data') };
  return runProcess('bash', ['--norc', '--noprofile', '-eu', '-o', 'pipefail', '-c', script], folder, env);
}

beforeAll(async () => {
  workspace = await createNxWorkspace({});
  installPrograms();
});

afterAll(() => workspace.dispose());

it('start.md: from a document to code that is generated, compiled and checked', async () => {
  const { code, text } = await bash(scriptOf('start'));
  expect({ code, text }).toEqual({ code: 0, text: expect.stringMatching(/\[PERF\] generate \d+ms 5 kept[^]*\[PERF\] typecheck \d+ms 5 checked 0 kept/) as string });
  expect(text).toContain('integer → string');
  expect(text).toMatch(/> nx run pets:pipeline[^]*pipeline of generate, compile, typecheck done/);
  expect(workspace.read('libs/pets/dist/models/pet.d.ts')).toContain('age?: string');
});

it('README.md: a workspace made ready, and the commands by which it is used', async () => {
  const blocks = [...readFileSync(join(DOCS, '..', 'README.md'), 'utf8').matchAll(/^```bash\n([^]*?)^```$/gm)].map(([, text = '']) => text);
  expect(blocks).toHaveLength(2);
  const folder = join(workspace.root, '..', `${workspace.root.split('/').at(-1) ?? ''}-readme`);
  cpSync(workspace.root, folder, { recursive: true, verbatimSymlinks: true });
  const { code, text } = await bash(`mkdir -p libs/api && cp -R libs/pets/spec libs/pets/conductor.json libs/api && echo '{ "name": "api", "private": true }' > libs/api/package.json\n${blocks.join('\n')}`, folder);
  await runProcess('rm', ['-rf', folder], workspace.root, { PATH: '/usr/bin:/bin' });
  expect({ code, text }).toMatchObject({ code: 0, text: expect.stringMatching(/api: 5 created[^]*0 of \d+ jobs ran/) as string });
});

it.each(PAGES)('%s.md: every command of it', async (page) => {
  const folder = join(workspace.root, '..', `${workspace.root.split('/').at(-1) ?? ''}-${page}`);
  cpSync(workspace.root, folder, { recursive: true, verbatimSymlinks: true });
  const script = scriptOf(page);
  expect(script).toContain('npx conductor');
  const { code, text } = await bash(script, folder);
  await runProcess('rm', ['-rf', folder], workspace.root, { PATH: '/usr/bin:/bin' });
  expect({ code, text }).toMatchObject({ code: 0 });
});
