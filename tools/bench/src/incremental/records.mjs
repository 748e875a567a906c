import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const perFolder = 1000;

/**
 * The smallest work that makes many artifacts: a data document with a list, and a pattern with one template. So the
 * figures are those of the engine, and not of what a pattern does.
 *
 * @param {import('../contenders/contender.mjs').Contender} conductor
 * @returns {import('../contenders/contender.mjs').Contender}
 */
export function makingRecords(conductor) {
  return {
    ...conductor,
    configure: (folder) => {
      const pattern = join(folder, '.conductor', 'patterns', 'record');
      mkdirSync(pattern, { recursive: true });
      const output = { template: 'record.ts.ejs', forEach: '/records', to: '<%= item.value.folder %>/<%= kebabCase(item.value.label) %>.ts' };
      writeFileSync(join(pattern, 'pattern.json'), JSON.stringify({ id: 'record', accepts: 'data', outputs: [output] }));
      writeFileSync(join(pattern, 'record.ts.ejs'), template);
      const configuration = { specs: [{ adapter: 'data', path: 'api.json' }], patterns: [{ use: 'record' }], output: 'generated' };
      writeFileSync(join(folder, 'conductor.json'), JSON.stringify(configuration));
    },
    caches: [join('.conductor', 'cache'), join('.conductor', 'manifests'), join('.conductor', 'runs')],
  };
}

const template = `export interface <%= pascalCase(item.value.label) %> {
<% for (const field of item.value.fields) { -%>
  <%= field.name %>: <%= field.type %>;
<% } -%>
}
`;

/** @param {number} size @returns {{ records: object[] }} a document that makes that many artifacts */
export function recordsDocument(size) {
  const records = Array.from({ length: size }, (_, index) => ({
    label: `Record ${index}`,
    folder: `part-${String(Math.floor(index / perFolder)).padStart(3, '0')}`,
    fields: [
      { name: 'id', type: 'number' },
      { name: `name${index}`, type: 'string' },
      { name: 'made', type: index % 2 === 0 ? 'string' : 'Date' },
    ],
  }));
  return { records };
}
