import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importRoster } from '../importRoster.js';

describe('importRoster', () => {
  it('reads one pupil per line', async () => {
    const roster = await importRoster('7b;Noor\n7b;Emil\n');
    assert.deepEqual(roster, [
      { form: '7b', name: 'Noor' },
      { form: '7b', name: 'Emil' },
    ]);
  });

  it('refuses a line without a form', () => {
    assert.rejects(importRoster(';Noor\n'), /line 1/);
  });
});
