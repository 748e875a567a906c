import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '@nx-conductor/run/json-schemas';

const folder = join(__dirname, '..', 'schemas');

describe('published JSON Schemas', () => {
  it.each(Object.entries(jsonSchemas()))('%s is what the run checks with (UPDATE_GOLDEN=1 writes it)', (name, schema) => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    const path = join(folder, name);
    if (process.env['UPDATE_GOLDEN']) writeFileSync(path, text);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
