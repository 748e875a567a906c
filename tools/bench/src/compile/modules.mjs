/**
 * @typedef {object} Module
 * @property {string} type the name of its main type, which others import
 * @property {string | undefined} convert the name of a function over that type, for others to call
 * @property {string} [constant] an expression in a function's body, which may become another one without a change of types
 * @property {(specifierOf: (other: Module) => string) => string} text
 *
 * @typedef {{ index: number, name: string, earlier: Module[], random: ReturnType<import('./random.mjs').seededRandom> }} Seeds
 */

/** An interface, its parts, a list of its states, and a guard: what generators make of a schema. @param {Seeds} seeds @returns {Module} */
export function modelModule({ index, name, earlier, random }) {
  const fields = fieldsOf(random, 8 + random.below(8), earlier);
  const states = statesOf(random);
  return {
    type: name,
    convert: `is${name}`,
    text: (specifierOf) => `${imports(earlier, specifierOf, { values: false })}
/** States that a ${name} can be in. */
export const ${lower(name)}States = [${states.map((state) => `'${state}'`).join(', ')}] as const;

export type ${name}State = (typeof ${lower(name)}States)[number];

/** ${name}, number ${index} of the document. */
export interface ${name} {
${fields.map(({ key, type, optional }) => `  /** The ${key} of it. */\n  readonly ${key}${optional ? '?' : ''}: ${type};`).join('\n')}
  readonly state: ${name}State;
}

/** What of it can be sent. */
export type ${name}Input = Omit<${name}, 'state'> & { readonly state?: ${name}State };

export type ${name}Page = { readonly items: readonly ${name}[]; readonly next: string | undefined; readonly total: number };

export function is${name}(value: unknown): value is ${name} {
  if (typeof value !== 'object' || value === null) return false;
  const candidate = value as Partial<Record<keyof ${name}, unknown>>;
${fields.filter(({ check }) => check).map(({ key, check, optional }) => `  if (${optional ? `candidate.${key} !== undefined && ` : ''}typeof candidate.${key} !== '${check}') return false;`).join('\n')}
  return ${lower(name)}States.some((state) => state === candidate.state);
}

export function empty${name}Page(): ${name}Page {
  return { items: [], next: undefined, total: 0 };
}
`,
  };
}

/** Functions over the types of others. @param {Seeds} seeds @returns {Module} */
export function functionModule({ index, name, earlier, random }) {
  const constant = `${10 + random.below(90)} * weight`;
  const limit = 10 + random.below(90);
  return {
    type: `${name}Options`,
    convert: undefined,
    constant,
    text: (specifierOf) => `${imports(earlier, specifierOf, { values: true })}
/** How the functions of ${name} behave, number ${index} of the document. */
export interface ${name}Options {
  readonly limit: number;
  readonly prefix?: string;
  readonly tags: ReadonlySet<string>;
  readonly fallback: string | undefined;
}

export const default${name}Options: ${name}Options = { limit: ${limit}, tags: new Set<string>(), fallback: undefined };

/** The weight of a text in the order of ${name}. */
export function ${lower(name)}Weight(text: string, weight: number = 1): number {
  let sum = 0;
  for (const character of text) sum += character.charCodeAt(0) * (${constant});
  return sum % ${limit * 1000};
}

export async function load${name}(read: (path: string) => Promise<unknown>, options: ${name}Options = default${name}Options): Promise<readonly string[]> {
  const value = await read(\`\${options.prefix ?? '/${lower(name)}'}?limit=\${options.limit}\`);
  if (!Array.isArray(value)) return options.fallback === undefined ? [] : [options.fallback];
  return value.filter((each): each is string => typeof each === 'string' && !options.tags.has(each)).slice(0, options.limit);
}

${earlier.map((other) => `export function describe${other.type}In${name}(value: ${other.type} | undefined, options: ${name}Options = default${name}Options): string {
  if (value === undefined) return options.fallback ?? '${lower(other.type)}: none';
${other.convert ? `  if (!${other.convert}(value)) return '${lower(other.type)}: damaged';\n` : ''}  const parts = Object.entries(value).map(([key, each]) => \`\${key}=\${String(each)}\`);
  return parts.slice(0, options.limit).join('; ');
}`).join('\n\n')}

export function group${name}<T, K extends string>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
`,
  };
}

/** A client class and its error: what generators make of a tag. @param {Seeds} seeds @returns {Module} */
export function classModule({ index, name, earlier, random }) {
  const retries = 1 + random.below(5);
  return {
    type: `${name}Client`,
    convert: undefined,
    text: (specifierOf) => `${imports(earlier, specifierOf, { values: false })}
export type ${name}Transport = (path: string, init: { readonly method: string; readonly body?: string }) => Promise<{ readonly status: number; text(): Promise<string> }>;

export class ${name}Error extends Error {
  override readonly name: string = '${name}Error';

  constructor(
    readonly status: number,
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/** The client of ${name}, number ${index} of the document. */
export class ${name}Client {
  static readonly retries: number = ${retries};
  readonly #transport: ${name}Transport;
  private calls = 0;

  constructor(transport: ${name}Transport) {
    this.#transport = transport;
  }

  /** How many calls were made. */
  get count(): number {
    return this.calls;
  }

${earlier.map((other) => `  /** One ${other.type} by its key. */
  async get${other.type}(key: string, query: Readonly<Record<string, string>> = {}): Promise<${other.type}> {
    const search = Object.entries(query).map(([each, value]) => \`\${encodeURIComponent(each)}=\${encodeURIComponent(value)}\`);
    return this.request<${other.type}>('GET', \`/${lower(other.type)}/\${encodeURIComponent(key)}?\${search.join('&')}\`);
  }

  async save${other.type}(key: string, value: Partial<${other.type}>): Promise<${other.type} | undefined> {
    return this.request<${other.type} | undefined>('PUT', \`/${lower(other.type)}/\${encodeURIComponent(key)}\`, JSON.stringify(value));
  }
`).join('\n')}
  protected async request<T>(method: string, path: string, body?: string): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      this.calls += 1;
      const answer = await this.#transport(path, body === undefined ? { method } : { method, body });
      const text = await answer.text();
      if (answer.status < 400) return JSON.parse(text) as T;
      if (attempt > ${name}Client.retries) throw new ${name}Error(answer.status, path, text);
    }
  }
}
`,
  };
}

function imports(earlier, specifierOf, { values }) {
  return earlier.map((other) => {
    const named = values && other.convert ? `import { ${other.convert}, type ${other.type} }` : `import type { ${other.type} }`;
    return `${named} from '${specifierOf(other)}';\n`;
  }).join('');
}

const plainTypes = [
  { type: 'string', check: 'string' },
  { type: 'number', check: 'number' },
  { type: 'boolean', check: 'boolean' },
  { type: 'readonly string[]' },
  { type: "'low' | 'middle' | 'high'", check: 'string' },
  { type: 'Readonly<Record<string, number>>', check: 'object' },
  { type: 'string | null' },
];
const keys = ['address', 'amount', 'author', 'category', 'code', 'color', 'count', 'currency', 'details', 'email', 'expires', 'height', 'label', 'language', 'level', 'location', 'owner', 'parent', 'phone', 'priority', 'reason', 'region', 'size', 'source', 'title', 'total', 'version', 'weight'];
const stateNames = ['active', 'archived', 'blocked', 'closed', 'draft', 'failed', 'hidden', 'open', 'pending', 'ready'];

function fieldsOf(random, count, earlier) {
  const plain = distinct(random, keys, count).map((key) => ({ key, optional: random.below(3) === 0, ...random.pick(plainTypes) }));
  const linked = earlier.map(({ type }) => ({ key: `linked${type}`, optional: true, type: random.below(2) === 0 ? type : `readonly ${type}[]` }));
  return [{ key: 'id', optional: false, type: 'string', check: 'string' }, ...plain, ...linked];
}

function statesOf(random) {
  return distinct(random, stateNames, 3 + random.below(4));
}

function distinct(random, from, count) {
  const left = [...from];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(random.below(left.length), 1)[0]);
}

function lower(name) {
  return name[0].toLowerCase() + name.slice(1);
}
