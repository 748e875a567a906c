import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { judgeCompileAims } from '../src/compile/aims.mjs';
import { readCompileOptions } from '../src/compile/options.mjs';
import { compileBlocks } from '../src/compile/report.mjs';
import { compileScenarios } from '../src/compile/scenarios.mjs';
import { takeTurns } from '../src/compile/take-turns.mjs';
import { dependents, makeWorkload } from '../src/compile/workload.mjs';

const digestOf = ({ files }) => createHash('sha256').update(JSON.stringify([...files])).digest('hex');
const cost = (wallSeconds) => ({ wallSeconds, cpuSeconds: wallSeconds, peakBytes: 1e8, exitCode: 0 });
const ours = { id: 'conductor', title: 'Conductor', does: 'emit', ours: true };
const peer = { id: 'typescript-7-no-check', title: 'Peer', does: 'emit', ours: false };

test('a workload is the same every time, and larger ones begin alike', () => {
  assert.equal(digestOf(makeWorkload(200)), digestOf(makeWorkload(200)));
  const text = makeWorkload(400).files.get('src/part-001/module-00150.ts');
  assert.ok(text.length > 1000 && text.length < 6000, `${text.length}`);
});

test('the type that changes has as many importers as are told, and nobody imports these', () => {
  const { files, typeChanged } = makeWorkload(400);
  const importersOf = (name) => [...files].filter(([, text]) => text.includes(`/${name}'`)).map(([path]) => path);
  const importers = importersOf('module-00000');
  assert.equal(importers.length, dependents);
  for (const path of importers) assert.deepEqual(importersOf(/module-\d+/.exec(path)[0]), []);
  const [path, text] = typeChanged(3);
  assert.equal(path, 'src/part-000/module-00000.ts');
  assert.match(text, /^ {2}readonly addedInRound3\?: string;$/m);
});

test('a change of a body changes one file, in each round otherwise', () => {
  const { files, bodyChanged } = makeWorkload(200);
  const [path, first] = bodyChanged(1);
  assert.notEqual(first, files.get(path));
  assert.notEqual(first, bodyChanged(2)[1]);
  assert.equal(bodyChanged(2)[0], path);
});

test('compilers take turns; a slow peer has one run; ours that compiles too much is a complaint', async () => {
  const order = [];
  const project = (compiler, seconds) => ({
    compiler,
    forget: () => undefined,
    put: () => undefined,
    run: async () => {
      order.push(compiler.id);
      return { cost: cost(seconds), printed: [JSON.stringify({ sources: { compiled: 7 } })], failed: undefined };
    },
  });
  const workload = { files: new Map([['a', ''], ['b', '']]) };
  const { figures, complaints } = await takeTurns([project(ours, 1), project(peer, 50)], workload, { scenarios: compileScenarios.slice(0, 1), runs: 3, patienceSeconds: 30, say: () => undefined });
  assert.deepEqual(order, ['conductor', 'typescript-7-no-check', 'conductor', 'conductor']);
  assert.deepEqual(figures.map(({ costs }) => costs.length), [3, 1]);
  assert.deepEqual(complaints, ['Conductor, cold: 7 sources were compiled, not 2']);
});

test('figures are laid out beside those of their kind, and held against the aims', () => {
  const figures = [{ scenario: 'cold', compiler: ours, costs: [cost(1)] }, { scenario: 'cold', compiler: peer, costs: [cost(4)] }];
  const [block] = compileBlocks({ size: 1000, bytes: 3_000_000, figures }, compileScenarios);
  assert.equal(block.heading, '1,000 files: emit');
  assert.deepEqual(block.table.at(-1), ['cold', 'Peer', '4.00', '4.00', '100', '4.00', '4.00', '1']);
  const [aim] = judgeCompileAims([{ size: 1000, figures }], compileScenarios);
  assert.deepEqual([aim.aim, aim.reached, aim.met], ['≥ 3.5 ×', '4.00 ×', true]);
});

test('options name what they take', () => {
  const known = { scenarios: compileScenarios, contenders: [ours, peer] };
  assert.deepEqual(readCompileOptions(['--sizes', '500,100', '--peers', 'none'], known).sizes, [100, 500]);
  assert.throws(() => readCompileOptions(['--scenario', 'hot'], known), /cold, nothing, body, type/);
});
