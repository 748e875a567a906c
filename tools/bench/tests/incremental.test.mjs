import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aimsBlock, atMost, shareOf } from '../src/incremental/aim.mjs';
import { schemaWithDependents } from '../src/incremental/github.mjs';
import { withProperty } from '../src/incremental/one-property.mjs';
import { readIncrementalOptions } from '../src/incremental/options.mjs';
import { recordsDocument } from '../src/incremental/records.mjs';
import { steepening } from '../src/incremental/steepening.mjs';
import { endMark, placeMarkedSection, startMark } from '../src/marked-section.mjs';
import { UsageError } from '../src/options.mjs';

const contender = { id: 'own', title: 'Own', ours: true };

test('a straight line has the same slope everywhere, whatever the start costs', () => {
  const line = steepening([1000, 10_000, 100_000].map((size) => ({ size, cpuSeconds: 0.1 + size * 5e-6 })));
  assert.deepEqual(line.slopes.map(({ from, to, micros }) => [from, to, Math.round(micros)]), [[1000, 10_000, 5], [10_000, 100_000, 5]]);
  assert.ok(Math.abs(line.ratio - 1) < 1e-6);
  const square = steepening([1, 10, 100].map((size) => ({ size, cpuSeconds: size ** 2 })));
  assert.ok(square.ratio > 9.9 && square.ratio < 10.1);
  assert.equal(steepening([{ size: 1, cpuSeconds: 1 }, { size: 2, cpuSeconds: 2 }]), undefined);
});

test('a schema is chosen by how many others refer to it themselves', () => {
  const to = (...names) => ({ type: 'object', properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }])) });
  const document = { components: { schemas: { a: to('a', 'b'), b: to('c'), c: to(), d: to('c'), e: to('c', 'b') } } };
  assert.deepEqual(schemaWithDependents(document, 42), { name: 'c', dependents: ['b', 'd', 'e'] });
  assert.deepEqual(schemaWithDependents(document, 2), { name: 'b', dependents: ['a', 'e'] });
});

test('every added property stays for the next round', () => {
  const document = { components: { schemas: { a: { properties: {} } } } };
  withProperty(document, 'a', 'one');
  assert.deepEqual(Object.keys(JSON.parse(withProperty(document, 'a', 'two')).components.schemas.a.properties), ['one', 'two']);
});

test('aims are shares or figures, and none without both sides', () => {
  const aims = [
    ...shareOf('share', contender, 1 / 12, 1, 24),
    ...shareOf('nothing to compare with', contender, 1 / 12, 1, undefined),
    ...atMost('time', contender, { limit: 60, reached: 61, show: (value) => `${value} ms` }),
  ];
  assert.deepEqual(aimsBlock('Aims', aims).table.slice(1), [
    ['share', 'Own', '≤ 1/12', '0.042 (1/24.0)', 'yes'],
    ['time', 'Own', '≤ 60 ms', '61 ms', 'no'],
  ]);
});

test('a section that a page does not have yet comes at its end, and is rewritten from then on', () => {
  const place = { section: 'incremental', heading: 'Incremental runs', lead: 'Lead.' };
  const page = `top\n${startMark()}\nother\n${endMark()}\n`;
  const once = placeMarkedSection(page, 'one', place);
  assert.equal(once, `${page}\n## Incremental runs\n\nLead.\n\n${startMark('incremental')}\n\none\n\n${endMark('incremental')}\n`);
  assert.equal(placeMarkedSection(once, 'two', place), once.replace('one', 'two'));
});

test('options choose parts and sizes', () => {
  const known = { parts: [{ id: 'watch' }, { id: 'scale' }], contenders: [contender, { id: 'peer', ours: false }] };
  const options = readIncrementalOptions(['--only', 'scale', '--sizes', '500,100', '--peers', 'none'], known);
  assert.deepEqual([options.parts.map(({ id }) => id), options.sizes, options.contenders.length], [['scale'], [100, 500], 1]);
  assert.throws(() => readIncrementalOptions(['--sizes', 'many'], known), UsageError);
  assert.throws(() => readIncrementalOptions(['--peers', 'only'], known), UsageError);
});

test('a document of records makes as many artifacts as it is asked for, under different paths', () => {
  const { records } = recordsDocument(2500);
  assert.equal(new Set(records.map(({ folder, label }) => `${folder}/${label}`)).size, 2500);
  assert.equal(new Set(records.map(({ folder }) => folder)).size, 3);
});
