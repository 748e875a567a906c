import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '@nx-conductor/run/json-schemas';
import { configurationPage } from './configuration-page';

it('docs/configuration.md tells every key of the schema (UPDATE_GOLDEN=1 writes it)', () => {
  const page = configurationPage(jsonSchemas()['conductor.schema.json'] as object);
  const path = join(__dirname, '..', '..', '..', 'docs', 'configuration.md');
  if (process.env['UPDATE_GOLDEN']) writeFileSync(path, page);
  expect(readFileSync(path, 'utf8')).toBe(page);
  expect(page).toContain('| `patterns[].use` | string | required |');
});
