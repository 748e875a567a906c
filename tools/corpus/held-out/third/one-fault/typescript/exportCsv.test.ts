import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportCsv } from '../exportCsv';

describe('exportCsv', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'export-csv-'));
  });

  it('quotes cells with a comma', async () => {
    const file = join(folder, 'out.csv');
    await exportCsv(file, [{ name: 'Hull, Kingston upon', berths: 14 }]);
    expect(readFileSync(file, 'utf8')).toBe('name,berths\n"Hull, Kingston upon",14\n');
  });
});
