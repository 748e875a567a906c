import { constant, kebab, pascal, plural, snake } from './names.mjs';

const TYPE = { text: 'string', code: 'string', email: 'string', money: 'number', count: 'number', flag: 'boolean', day: 'string', instant: 'string' };
const SAMPLE = { text: "'First'", code: "'A-17'", email: "'ann@example.org'", money: '19.5', count: '3', flag: 'true', day: "'2024-05-01'", instant: "'2024-05-01T10:00:00Z'" };

/** The types of an entity, and a look at values of unknown origin. */
export function model({ name, owner, domain, fields, states }, random) {
  const type = pascal(name);
  const readonly = random.chance(0.5) ? 'readonly ' : '';
  const body = random.pick(['guard', 'class', 'parse']);
  return `/** States of a ${name}. */
export type ${type}State = ${states.map((state) => `'${state}'`).join(' | ')};

/** A ${name} of the ${domain}. */
export interface ${type} {
  ${readonly}id: string;
  ${readonly}${owner}Id: string;
${fields.map(({ name: field, kind }) => `  ${readonly}${field}: ${TYPE[kind]};`).join('\n')}
  ${readonly}state: ${type}State;
  ${readonly}labels: Record<string, string>;
}

/** What is needed to make one. */
export type New${type} = Omit<${type}, 'id'>;

export const ${constant(name)}_STATES: readonly ${type}State[] = [${states.map((state) => `'${state}'`).join(', ')}];
${{ guard: guardOf, class: classOf, parse: parseOf }[body]({ name, fields, type })}`;
}

const guardOf = ({ type, fields }) => `
/** True if a value is a ${type}. */
export function is${type}(value: unknown): value is ${type} {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return typeof row['id'] === 'string'${fields.map(({ name, kind }) => ` && typeof row['${name}'] === '${TYPE[kind]}'`).join('')};
}

/** Two of them are the same when their ids are. */
export function same${type}(left: ${type}, right: ${type}): boolean {
  return left.id === right.id;
}
`;

const classOf = ({ name, type }) => `
/** All of them, by id. */
export class ${type}Index {
  private readonly rows = new Map<string, ${type}>();

  /** Puts one in, and tells whether it was new. */
  add(${name}: ${type}): boolean {
    const known = this.rows.has(${name}.id);
    this.rows.set(${name}.id, ${name});
    return !known;
  }

  /** Those in a state. */
  inState(state: ${type}State): ${type}[] {
    return [...this.rows.values()].filter((row) => row.state === state);
  }
}
`;

const parseOf = ({ name, type }) => `
/** Reads one from JSON text. Throws a SyntaxError that says what is wrong. */
export function parse${type}(text: string): ${type} {
  try {
    return JSON.parse(text) as ${type};
  } catch (error) {
    throw new SyntaxError(\`bad ${name}: \${text.slice(0, 40)}\`, { cause: error });
  }
}

/** One line for logs. */
export function describe${type}(${name}: ${type}): string {
  return \`\${${name}.id} (\${${name}.state})\`;
}
`;

/** A client of an HTTP service. */
export function client({ name, owner }, random) {
  const type = pascal(name);
  const many = plural(name);
  return random.chance(0.5)
    ? `import type { ${type}, New${type} } from './${kebab(name)}.js';

/** An answer that is no success. */
export class ${type}RequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = '${type}RequestError';
  }
}

/** Talks to the service of ${many}. */
export class ${type}Client {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All ${many} of one ${owner}. */
  async list(${owner}Id: string): Promise<${type}[]> {
    const response = await fetch(\`\${this.base}/${kebab(many)}?${owner}=\${encodeURIComponent(${owner}Id)}\`, { headers: this.headers });
    if (!response.ok) throw new ${type}RequestError(response.status, await response.text());
    return (await response.json()) as ${type}[];
  }

  /** Makes one. */
  async create(${name}: New${type}): Promise<${type}> {
    const response = await fetch(\`\${this.base}/${kebab(many)}\`, { method: 'POST', headers: this.headers, body: JSON.stringify(${name}) });
    if (response.status !== 201) throw new ${type}RequestError(response.status, await response.text());
    return (await response.json()) as ${type};
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly New${type}[]): Promise<number> {
    for (const ${name} of list) await this.create(${name});
    await this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(\`\${this.base}/log\`, { method: 'POST', body: String(count) });
  }
}
`
    : `import type { ${type} } from './${kebab(name)}.js';
import { baseUrl, requestTimeout } from './config.js';

/** One ${name} by its id; undefined when there is none. */
export async function fetch${type}(id: string): Promise<${type} | undefined> {
  const answer = await fetch(\`\${baseUrl()}/${kebab(many)}/\${id}\`, { signal: AbortSignal.timeout(requestTimeout()) });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(\`${kebab(many)}: \${answer.status}\`);
  return (await answer.json()) as ${type};
}

/** Removes one. True if there was one. */
export async function remove${type}(id: string): Promise<boolean> {
  const answer = await fetch(\`\${baseUrl()}/${kebab(many)}/\${id}\`, { method: 'DELETE' });
  return answer.status === 204;
}

async function note(text: string): Promise<void> {
  await fetch(\`\${baseUrl()}/notes\`, { method: 'POST', body: text });
}

/** Removes all, as far as it goes, and says how many. */
export async function remove${pascal(many)}(ids: readonly string[]): Promise<number> {
  let removed = 0;
  for (const id of ids) {
    try {
      if (await remove${type}(id)) removed += 1;
    } catch (error) {
      throw new Error(\`stopped after \${removed}\`, { cause: error });
    }
  }
  await note(\`removed \${removed}\`);
  return removed;
}
`;
}

/** A repository on a relational database. */
export function repository({ name, owner, fields }, random) {
  const type = pascal(name);
  const table = snake(plural(name));
  const columns = fields.map(({ name: field }) => snake(field));
  const transaction = random.chance(0.6)
    ? `
  /** Moves all from one ${owner} to another; all or none. */
  async move(from: string, to: string): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await client.query('UPDATE ${table} SET ${snake(owner)}_id = $2 WHERE ${snake(owner)}_id = $1', [from, to]);
      await client.query('COMMIT');
      return result.rowCount ?? 0;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
`
    : `
  /** How many there are in a state. */
  async count(state: string): Promise<number> {
    const { rows } = await this.pool.query('SELECT count(*) AS n FROM ${table} WHERE state = $1', [state]);
    return Number(rows[0]?.n ?? 0);
  }
`;
  return `import type { Pool } from 'pg';
import type { ${type}, New${type} } from './${kebab(name)}.js';

/** ${pascal(plural(name))} in the database. */
export class ${type}Repository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<${type} | undefined> {
    const { rows } = await this.pool.query('SELECT id, ${columns.join(', ')} FROM ${table} WHERE id = $1', [id]);
    return rows[0] as ${type} | undefined;
  }

  /** Puts one in, and tells its id. */
  async add(${name}: New${type}): Promise<string> {
    const { rows } = await this.pool.query(
      'INSERT INTO ${table} (${snake(owner)}_id, ${columns.join(', ')}) VALUES ($1, ${columns.map((_, at) => `$${at + 2}`).join(', ')}) RETURNING id',
      [${name}.${owner}Id, ${fields.map(({ name: field }) => `${name}.${field}`).join(', ')}],
    );
    return String(rows[0].id);
  }
${transaction}
  /** Takes one out. */
  async remove(id: string): Promise<void> {
    await this.pool.query('DELETE FROM ${table} WHERE id = $1', [id]);
  }
}
`;
}

/** Routes of an HTTP service. */
export function router({ name }, random) {
  const type = pascal(name);
  const many = plural(name);
  return random.chance(0.5)
    ? `import { Router, type Request, type Response } from 'express';
import { ${pascal(many)} } from './store.js';
import { New${type} } from './schemas.js';

/** Routes of ${many}. */
export function ${name}Routes(store: ${pascal(many)}): Router {
  const router = Router();

  router.get('/${kebab(many)}', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/${kebab(many)}/:id', async (req: Request, res: Response): Promise<void> => {
    const ${name} = await store.find(req.params['id'] ?? '');
    if (${name} === undefined) {
      res.status(404).json({ error: 'no such ${name}' });
      return;
    }
    res.status(200).json(${name});
  });

  router.post('/${kebab(many)}', async (req: Request, res: Response): Promise<void> => {
    const input = New${type}.safeParse(req.body);
    if (!input.success) {
      res.status(422).json({ error: input.error.message });
      return;
    }
    res.status(201).json(await store.add(input.data));
  });

  return router;
}
`
    : `import express from 'express';
import { validate } from './validate.js';
import { ${name}Schema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

export const ${name}Router = express.Router();

${name}Router.post('/', validate(${name}Schema), async (req, res, next) => {
  try {
    const ${name} = await store.add(req.body);
    res.status(201).location(\`/${kebab(many)}/\${${name}.id}\`).json(${name});
  } catch (error) {
    next(error);
  }
});

${name}Router.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.status(500).json({ error: 'the ${name} could not be removed' });
  }
});

${name}Router.put('/:id', validate(${name}Schema), async (req, res) => {
  const ${name} = await store.replace(req.params.id, req.body);
  if (!${name}) res.status(404).json({ error: 'no such ${name}' });
  else res.status(200).json(${name});
});
`;
}

/** Tests of a repository or a service. */
export function tests({ name, owner, fields }, random) {
  const type = pascal(name);
  const sample = `{ ${owner}Id: 'o1', ${fields.map(({ name: field, kind }) => `${field}: ${SAMPLE[kind]}`).join(', ')} }`;
  return random.chance(0.5)
    ? `import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ${type}Store } from './${kebab(name)}-store.js';

describe('CRUD of ${plural(name)}', () => {
  let folder: string;
  let store: ${type}Store;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), '${kebab(name)}-'));
    store = new ${type}Store(folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes from the first to the last', async () => {
    const id = await store.create(${sample});
    expect(await store.get(id)).toMatchObject({ ${owner}Id: 'o1' });
    await store.update(id, { ${owner}Id: 'o2' });
    expect((await store.get(id))?.${owner}Id).toBe('o2');
    await store.remove(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it('refuses an unknown id', async () => {
    await expect(store.update('none', { ${owner}Id: 'o2' })).rejects.toThrow('none');
  });
});
`
    : `import request from 'supertest';
import { app } from '../src/app';
import { empty } from './database';

afterEach(async () => {
  await empty('${snake(plural(name))}');
});

describe('/${kebab(plural(name))}', () => {
  const ${name} = ${sample};

  test('a new one is answered with 201', async () => {
    const answer = await request(app).post('/${kebab(plural(name))}').send(${name});
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(${name});
  });

  test('an unknown id is answered with 404', async () => {
    const answer = await request(app).get('/${kebab(plural(name))}/none');
    expect(answer.status).toBe(404);
  });

  test('a bad one is refused with 422', async () => {
    await request(app).post('/${kebab(plural(name))}').send({ ${owner}Id: 7 }).expect(422);
  });
});
`;
}

/** Reads and writes files. */
export function files({ name }, random) {
  const type = pascal(name);
  return random.chance(0.5)
    ? `import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ${type} } from './${kebab(name)}.js';

/** Where exports go. */
export const exportFolder = (): string => join(process.cwd(), 'exports');

/** Writes ${plural(name)} as lines of JSON, and tells how many. */
export async function export${pascal(plural(name))}(rows: Iterable<${type}>, file: string): Promise<number> {
  const handle = await open(join(exportFolder(), file), 'w');
  let lines = 0;
  try {
    for (const row of rows) {
      await handle.write(\`\${JSON.stringify(row)}\\n\`);
      lines += 1;
    }
  } finally {
    await handle.close();
  }
  return lines;
}
`
    : `import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { ${type} } from './${kebab(name)}.js';

/** Reads ${plural(name)} from lines of JSON; lines that are none are told and left out. */
export function import${pascal(plural(name))}(path: string, warn: (line: number, reason: string) => void): ${type}[] {
  const rows: ${type}[] = [];
  readFileSync(path, 'utf8').split('\\n').forEach((line, at) => {
    if (line === '') return;
    try {
      rows.push(JSON.parse(line) as ${type});
    } catch (error) {
      warn(at + 1, error instanceof Error ? error.message : 'unreadable');
    }
  });
  return rows;
}

/** Appends one. */
export function append${type}(path: string, ${name}: ${type}): void {
  const handle = openSync(path, 'a');
  try {
    writeSync(handle, \`\${JSON.stringify(${name})}\\n\`);
  } finally {
    closeSync(handle);
  }
}
`;
}

/** A component of a page. */
export function component({ name, fields }) {
  const type = pascal(name);
  return `import { useState, type FormEvent, type ReactElement } from 'react';
import type { ${type} } from './${kebab(name)}.js';

export interface ${type}FormProps {
  readonly ${name}: ${type};
  readonly onSave: (${name}: ${type}) => Promise<void>;
}

/** A form for one ${name}. */
export function ${type}Form({ ${name}, onSave }: ${type}FormProps): ReactElement {
  const [draft, setDraft] = useState(${name});
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (draft.id === '') {
      setProblem('An id is needed');
      return;
    }
    try {
      await onSave(draft);
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'It could not be saved');
    }
  }

  return (
    <form onSubmit={(event) => void save(event)}>
${fields.map(({ name: field }) => `      <label>\n        ${field}\n        <input value={String(draft.${field})} onChange={(event) => setDraft({ ...draft, ${field}: event.target.value as never })} />\n      </label>`).join('\n')}
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      <button type="submit">Save</button>
    </form>
  );
}
`;
}
