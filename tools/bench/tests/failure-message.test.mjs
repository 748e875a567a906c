import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failureMessage } from '../src/failure-message.mjs';
import { repositoryFolder } from '../src/packages.mjs';

test('a failure is told from its first telling line on, without colour or folders of this machine', () => {
  const stderr = `\u001b[32m✓ reading\u001b[0m\n  \u001b[31mCan't resolve /tmp/x/models/a.yml\u001b[0m\n  at ${repositoryFolder}tools/bench/a.js:1\n`;
  assert.equal(failureMessage({ stdout: 'tool 1.0\n', stderr }, '/tmp/x'), "Can't resolve models/a.yml at tools/bench/a.js:1 tool 1.0");
});

test('a failure without a telling line is told whole, and a long one is cut', () => {
  assert.equal(failureMessage({ stdout: 'Killed\n', stderr: '' }, '/tmp/x'), 'Killed');
  assert.ok(failureMessage({ stdout: '', stderr: 'long '.repeat(500) }, '/tmp/x').length < 300);
});
