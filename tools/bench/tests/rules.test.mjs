import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPartOptions, UsageError } from '../src/options.mjs';
import { rulesParts } from '../src/rules/index.mjs';
import { makeRuledFiles } from '../src/rules/workload.mjs';

test('parts are chosen by id, and a wrong one is told', () => {
  assert.deepEqual(readPartOptions(['--only', 'watch,files', '--runs', '2'], rulesParts).parts.map(({ id }) => id).sort(), ['files', 'watch']);
  assert.throws(() => readPartOptions(['--only', 'file'], rulesParts), UsageError);
});

test('the files are the same each time, all different, in the shares that are said', () => {
  const { files, counts } = makeRuledFiles(200);
  assert.deepEqual([...files], [...makeRuledFiles(200).files]);
  assert.equal(new Set(files.values()).size, 200);
  assert.deepEqual(counts, { typescript: 100, python: 60, sql: 40 });
});
