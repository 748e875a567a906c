import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

/*
 * Real generators as patterns, off the network: each makes what it makes by hand, is not started again while nothing has
 * changed, and is for one change.
 */
const HERE = join(dirname(fileURLToPath(import.meta.url)), '..');
const COMMAND = join(HERE, '..', '..', 'plugins', 'conductor', 'bin', 'conductor.js');
let workspace;

before(() => {
  workspace = mkdtempSync(join(tmpdir(), 'conductor-generators-'));
  writeFileSync(join(workspace, 'nx.json'), '{}');
  cpSync(join(HERE, 'patterns'), join(workspace, '.conductor', 'patterns'), { recursive: true });
  cpSync(join(HERE, 'projects'), workspace, { recursive: true });
  cpSync(join(HERE, 'node_modules', '@octokit', 'graphql-schema', 'schema.graphql'), join(workspace, 'github', 'schema.graphql'));
  symlinkSync(join(HERE, 'node_modules'), join(workspace, 'node_modules'), 'junction');
});
after(() => rmSync(workspace, { recursive: true }));

/** Runs generate, and gives what its document says. */
function generate(project, ...args) {
  const { stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'generate', project, '--json', ...args], { cwd: workspace, encoding: 'utf8', env: { PATH: process.env.PATH } });
  const told = JSON.parse(stdout);
  assert.equal(told.ok, true, stderr);
  return { ran: told.jobs.ran, total: told.jobs.total, created: told.artifacts.created, updated: told.artifacts.updated, removed: told.artifacts.removed };
}

const made = (project, path) => readFileSync(join(workspace, project, 'generated', path), 'utf8');
const edit = (path, change) => writeFileSync(join(workspace, path), change(readFileSync(join(workspace, path), 'utf8')));
const byHand = (project, program, ...args) => execFileSync(join(HERE, 'node_modules', '.bin', program), args, { cwd: join(workspace, project), env: { PATH: `${join(HERE, 'node_modules', '.bin')}:${process.env.PATH}`, HOME: workspace, OUT: join(workspace, 'hand'), NO_COLOR: '1' } });

const KEPT = { ran: 0, created: 0, updated: 0, removed: 0 };

test('openapi-typescript', () => {
  assert.deepEqual(generate('api'), { total: 1, ran: 1, created: 1, updated: 0, removed: 0 });
  byHand('api', 'openapi-typescript', 'api.json', '--output', join(workspace, 'hand', 'api.d.ts'));
  assert.equal(made('api', 'api.d.ts'), readFileSync(join(workspace, 'hand', 'api.d.ts'), 'utf8'));
  assert.deepEqual(generate('api'), { total: 1, ...KEPT });
  edit('api/api.json', (text) => text.replace('"integer"', '"string"'));
  assert.deepEqual(generate('api'), { total: 1, ran: 1, created: 0, updated: 1, removed: 0 });
  assert.match(made('api', 'api.d.ts'), /age\?: string/);
});

test("@graphql-codegen/cli, on GitHub's schema", () => {
  assert.deepEqual(generate('github'), { total: 1, ran: 1, created: 1, updated: 0, removed: 0 });
  byHand('github', 'graphql-codegen', '--config', 'codegen.yml');
  assert.equal(made('github', 'github.ts'), readFileSync(join(workspace, 'hand', 'github.ts'), 'utf8'));
  assert.deepEqual(generate('github'), { total: 1, ...KEPT });
  edit('github/schema.graphql', (text) => `${text}\ntype OneMore {\n  name: String!\n}\n`);
  assert.deepEqual(generate('github'), { total: 1, ran: 1, created: 0, updated: 1, removed: 0 });
  assert.match(made('github', 'github.ts'), /export type OneMore = \{/);
});

test('@bufbuild/protoc-gen-es, by @bufbuild/buf', () => {
  assert.deepEqual(generate('eliza'), { total: 2, ran: 2, created: 2, updated: 0, removed: 0 });
  byHand('eliza', 'buf', 'generate', '--template', 'buf.gen.yaml', '--output', join(workspace, 'hand', 'proto'));
  for (const path of ['talk/v1/talk_pb.ts', 'talk/v1/mood_pb.ts']) assert.equal(made('eliza', path), readFileSync(join(workspace, 'hand', 'proto', path), 'utf8'));
  assert.deepEqual(generate('eliza'), { total: 2, ...KEPT });
  edit('eliza/proto/talk/v1/mood.proto', (text) => text.replace('MOOD_GOOD = 1;', 'MOOD_GOOD = 1;\n  MOOD_BAD = 2;'));
  assert.deepEqual(generate('eliza'), { total: 2, ran: 2, created: 0, updated: 1, removed: 0 });
  rmSync(join(workspace, 'eliza', 'proto', 'talk', 'v1', 'talk.proto'));
  assert.equal(generate('eliza').removed, 1);
});
