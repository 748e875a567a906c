import { ENTITIES } from './domains.mjs';
import { firstDifference } from './edit.mjs';
import { PYTHON_FAULTS } from './faults-python.mjs';
import { SQL_FAULTS } from './faults-sql.mjs';
import { TYPESCRIPT_FAULTS } from './faults-typescript.mjs';
import { snake, kebab, plural } from './names.mjs';
import * as python from './python.mjs';
import { randomFrom } from './random.mjs';
import * as sql from './sql.mjs';
import * as typescript from './typescript.mjs';

/** Kinds of files: how they are made, how they are named, and which role they have. */
export const KINDS = {
  typescript: [
    ['model', typescript.model, (name) => `${kebab(name)}.ts`],
    ['client', typescript.client, (name) => `${kebab(name)}-client.ts`],
    ['repository', typescript.repository, (name) => `${kebab(name)}-repository.ts`],
    ['routes', typescript.router, (name) => `${kebab(name)}-routes.ts`, 'http-service'],
    ['tests', typescript.tests, (name) => `${kebab(name)}.test.ts`, 'test'],
    ['files', typescript.files, (name) => `${kebab(name)}-files.ts`],
    ['form', typescript.component, (name) => `${kebab(name)}-form.tsx`],
  ],
  python: [
    ['model', python.model, (name) => `${snake(name)}.py`],
    ['routes', python.router, (name) => `${snake(name)}_routes.py`, 'http-service'],
    ['repository', python.repository, (name) => `${snake(name)}_repository.py`],
    ['client', python.client, (name) => `${snake(name)}_client.py`],
    ['tests', python.tests, (name) => `test_${snake(name)}.py`, 'test'],
    ['page', python.page, (name) => `${snake(name)}_page.py`],
  ],
  sql: [
    ['schema', sql.schema, (name) => `${snake(plural(name))}.sql`],
    ['links', sql.links, (name) => `${snake(name)}_links.sql`],
    ['queries', sql.queries, (name) => `${snake(name)}_queries.sql`],
    ['migration', sql.migration, (name) => `${snake(name)}_migration.sql`],
  ],
};

export const FAULTS = { typescript: TYPESCRIPT_FAULTS, python: PYTHON_FAULTS, sql: SQL_FAULTS };

/**
 * Files with labels, the same for the same seed. How many: good ones of each kind, files for each fault (`local`: for
 * one that can be mended on the spot), and files with several faults for each language.
 */
export function makeFiles(seed, { good = 5, single = 2, local = 3, several = 12 } = {}) {
  const random = randomFrom(seed);
  const files = [];
  const texts = new Set();
  const put = (folder, made, name, text, label) => {
    if (texts.has(text)) return false;
    texts.add(text);
    const number = String(files.length + 1).padStart(3, '0');
    files.push({ path: `${folder}/${number}-${name}`, text, ...label, ...(made.role ? { role: made.role } : {}) });
    return true;
  };
  for (const language of Object.keys(KINDS)) {
    for (const kind of KINDS[language]) {
      for (let count = 0, tries = 0; count < good && tries < 40; tries += 1) {
        const made = goodFile(language, random, kind);
        if (put(`good/${language}`, made, made.name, made.text, { faults: [] })) count += 1;
      }
    }
    for (const fault of FAULTS[language]) {
      for (let count = 0, tries = 0; count < (fault.local ? local : single) && tries < 200; tries += 1) {
        const made = goodFile(language, random);
        const text = suits(fault, made) ? fault.put(made.text) : undefined;
        if (text === undefined || text === made.text) continue;
        const label = { faults: [{ what: fault.what, line: firstDifference(made.text, text), local: fault.local === true }] };
        if (put(`one-fault/${language}`, made, made.name, text, label)) count += 1;
      }
    }
    for (let count = 0, tries = 0; count < several && tries < 400; tries += 1) {
      const made = goodFile(language, random);
      const faults = [];
      let text = made.text;
      for (let more = 0; more < 30 && faults.length < 2 + (tries % 3); more += 1) {
        const fault = random.pick(FAULTS[language]);
        const next = suits(fault, made) && !faults.includes(fault) ? fault.put(text) : undefined;
        if (next === undefined) continue;
        faults.push(fault);
        text = next;
      }
      if (faults.length > 1 && put(`several-faults/${language}`, made, made.name, text, { faults: faults.map(({ what, local = false }) => ({ what, local })) })) count += 1;
    }
  }
  return files;
}

const suits = ({ role }, made) => role === undefined || role === made.role;

/** A good file of a language, of one kind or of any. */
export function goodFile(language, random, kind = random.pick(KINDS[language])) {
  const [, make, nameOf, role] = kind;
  const entity = random.pick(ENTITIES);
  return { name: nameOf(entity.name), text: make(entity, random), role };
}
