import { readFileSync } from 'node:fs';
import { documentPath, documents } from '../documents.mjs';

/** The document of most parts: large, real, and a new edition of it comes out every week. */
export const github = documents.find(({ id }) => id === 'github');

/** @returns {object} a copy of one's own */
export function readGithub() {
  return JSON.parse(readFileSync(documentPath(github), 'utf8'));
}

/** The way the published file is written, but for its last line end. @param {object} document */
export function asPublished(document) {
  return JSON.stringify(document, null, 2);
}

/**
 * The schema with the number of dependents nearest to a wanted one. A dependent is a named schema that refers to it
 * itself, not by way of others.
 *
 * @param {{ components: { schemas: Record<string, object> } }} document
 * @param {number} wanted
 * @returns {{ name: string, dependents: string[] }}
 */
export function schemaWithDependents(document, wanted) {
  const dependents = new Map();
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    for (const target of referencesIn(schema)) {
      if (target !== name) dependents.set(target, [...(dependents.get(target) ?? []), name]);
    }
  }
  const distance = ([, names]) => Math.abs(names.length - wanted);
  const suitable = [...dependents].filter(([name]) => document.components.schemas[name]?.properties);
  const [name, names] = suitable.reduce((best, entry) => (distance(entry) < distance(best) ? entry : best));
  return { name, dependents: names };
}

const prefix = '#/components/schemas/';

function referencesIn(value, found = new Set()) {
  if (value === null || typeof value !== 'object') return found;
  if (typeof value.$ref === 'string' && value.$ref.startsWith(prefix)) found.add(value.$ref.slice(prefix.length));
  for (const child of Object.values(value)) referencesIn(child, found);
  return found;
}
