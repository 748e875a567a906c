import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportTo } from './export';

describe('exportTo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));

  it('writes a line for each row', () => {
    exportTo(join(folder, 'rows.csv'), [['a'], ['b']]);
    expect(readFileSync(join(folder, 'rows.csv'), 'utf8')).toBe('a\nb\n');
  });
});
