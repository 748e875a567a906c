import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endMark, replaceMarkedSection, startMark } from '../src/marked-section.mjs';
import { readOptions, UsageError } from '../src/options.mjs';
import { foldProfiles } from '../src/profile.mjs';
import { markdownTable, textTable } from '../src/table.mjs';
import { errorLines } from '../src/typecheck.mjs';

const known = {
  documents: [{ id: 'github' }, { id: 'stripe' }],
  scenarios: [{ id: 'cold' }, { id: 'unchanged' }],
  contenders: [
    { id: 'own', ours: true, makes: 'types' },
    { id: 'a', ours: false, makes: 'types' },
    { id: 'b', ours: false, makes: 'types and client' },
  ],
};
const ids = (entries) => entries.map(({ id }) => id).join();

test('only what stands between the marks changes', () => {
  const page = `before\n${startMark()}\nold\n${endMark()}\nafter\n`;
  const changed = replaceMarkedSection(page, 'new\n');
  assert.equal(changed, `before\n${startMark()}\n\nnew\n\n${endMark()}\nafter\n`);
  assert.equal(replaceMarkedSection(changed, 'new'), changed);
  assert.throws(() => replaceMarkedSection('no marks', 'new'), /expected a line/);
});

test('options choose documents, scenarios and contenders in the order of the report', () => {
  const options = readOptions(['--only', 'stripe,github', '--scenario=cold', '--runs', '5', '--peers', 'b'], known);
  assert.deepEqual([ids(options.documents), ids(options.scenarios), ids(options.contenders), options.runs], ['github,stripe', 'cold', 'own,b', 5]);
  assert.equal(ids(readOptions([], known).contenders), 'own,a,b');
  assert.equal(ids(readOptions(['--peers', 'none'], known).contenders), 'own');
  assert.equal(ids(readOptions(['--peers', 'only'], known).contenders), 'a,b');
  assert.equal(ids(readOptions(['--makes', 'types'], known).contenders), 'own,a');
});

test('a wrong option says what it takes', () => {
  assert.throws(() => readOptions(['--only', 'gitlab'], known), new UsageError('--only does not know gitlab; it takes github, stripe'));
  assert.throws(() => readOptions(['--runs', '0'], known), UsageError);
  assert.throws(() => readOptions(['--fast'], known), UsageError);
});

test('self times are summed over profiles, without idle time', () => {
  const nodes = [
    { id: 1, callFrame: { functionName: '(idle)', url: '', lineNumber: -1 } },
    { id: 2, callFrame: { functionName: 'render', url: '/x/render.js', lineNumber: 9 } },
    { id: 3, callFrame: { functionName: '', url: '/x/render.js', lineNumber: 19 } },
  ];
  const profile = foldProfiles([{ nodes, samples: [1, 2, 3], timeDeltas: [5000, 2000, 1000] }, { nodes, samples: [2], timeDeltas: [4000] }]);
  assert.equal(profile.milliseconds, 7);
  assert.deepEqual(profile.functions, [
    { name: 'render', place: '/x/render.js:10', milliseconds: 6 },
    { name: '(anonymous)', place: '/x/render.js:20', milliseconds: 1 },
  ]);
  assert.deepEqual(profile.files, [{ place: '/x/render.js', milliseconds: 7 }]);
});

test('tables', () => {
  const rows = [['a', 'b', 'n'], ['xx', 'y|z', '10']];
  assert.equal(textTable(rows), 'a   b     n\n--  ---  --\nxx  y|z  10');
  assert.equal(markdownTable(rows), '| a | b | n |\n| --- | --- | ---: |\n| xx | y\\|z | 10 |');
});

test('only lines with a diagnostic count as type errors', () => {
  assert.deepEqual(errorLines('a.ts(1,2): error TS2304: x\n  more of it\nb.ts(3,4): error TS1005: y\n'), [
    'a.ts(1,2): error TS2304: x',
    'b.ts(3,4): error TS1005: y',
  ]);
});
