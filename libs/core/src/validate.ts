import type { ZodType } from 'zod';
import type { Failure, Place } from './failure';
import { digestOfFields, type Digest } from './digest';
import { placeInJson } from './json-text';
import { done, type Outcome } from './outcome';

/** Checks a value against a zod schema; every issue becomes a failure with its place in the JSON text. */
export function validate<T>(schema: ZodType<T>, value: unknown, source: { readonly text: string; readonly file: string }): Outcome<T> {
  return validateAt(schema, value, (path, key) => placeInJson(source.text, source.file, path, key));
}

/** Where the value at a path of keys stands; with `key`, the name of that property of it. */
export type PlaceOf = (path: readonly PropertyKey[], key?: string) => Place;

/** {@link validate} for a text of any syntax. Places are asked for only when something is wrong. */
export function validateAt<T>(schema: ZodType<T>, value: unknown, placeOf: PlaceOf): Outcome<T> {
  const result = schema.safeParse(value);
  if (result.success) return done(result.data);
  return { ok: false, failures: result.error.issues.flatMap((issue) => failuresOf(issue, schema, value, placeOf)) };
}

/** What is remembered from run to run, by key; both halves may do nothing. */
export interface Memo {
  read(key: Digest): string | undefined;
  write(key: Digest, body: string): void;
}

/**
 * {@link validate}, remembered by the text: loading the library that checks costs more than most runs, and a text that
 * was found sound stays so. `name` is the schema's.
 */
export function validateOnce<T>(name: string, load: () => ZodType<T>, value: unknown, source: { readonly text: string; readonly file: string }, memo: Memo | undefined): Outcome<T> {
  const key = digestOfFields('conductor checked 1', { schema: name, text: source.text });
  const known = memo?.read(key);
  if (known !== undefined) return done(JSON.parse(known) as T);
  const checked = validate(load(), value, source);
  if (checked.ok) memo?.write(key, JSON.stringify(checked.value));
  return checked;
}

type Issue = NonNullable<ReturnType<ZodType['safeParse']>['error']>['issues'][number];

function failuresOf(issue: Issue, schema: ZodType, value: unknown, placeOf: PlaceOf): Failure[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) => ({ code: 'unknown-key', place: placeOf(issue.path, key), key, known }));
  }
  if (issue.code === 'invalid_union') {
    const innermost = issue.errors.flat().find((inner) => inner.path.length > 0);
    if (innermost) return failuresOf({ ...innermost, path: [...issue.path, ...innermost.path] } as Issue, schema, value, placeOf);
  }
  const received = valueAtPath(value, issue.path);
  const missing = received === undefined && issue.path.length > 0;
  return [
    {
      code: 'invalid-value',
      place: placeOf(issue.path),
      what: issue.path.length === 0 ? 'the file' : `"${issue.path.map(String).join('.')}"`,
      expected: expectedOf(issue),
      received: missing ? 'nothing' : shortJson(received),
    },
  ];
}

function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `a value of type ${issue.expected}`;
    case 'invalid_value':
      return issue.values.length === 1 ? JSON.stringify(issue.values[0]) : `one of ${issue.values.map((each) => JSON.stringify(each)).join(', ')}`;
    case 'invalid_union':
      return [...new Set(issue.errors.flat().map((inner) => expectedOf(inner as Issue)))].join(', or ');
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? `at least ${issue.minimum} ${issue.origin === 'string' ? 'characters' : 'elements'}` : `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

/** The keys that the object schema at a path knows; unions give the keys of all their members. */
function knownKeys(schema: ZodType, path: readonly PropertyKey[]): string[] {
  let schemas: ZodType[] = [schema];
  for (const segment of path) schemas = schemas.flatMap(unwrap).flatMap((each) => step(each, segment));
  return [...new Set(schemas.flatMap(unwrap).flatMap((each) => Object.keys(shapeOf(each) ?? {})))];
}

/** zod describes itself through `def`; only these parts of it are read here. */
interface Def {
  readonly innerType?: ZodType;
  /** Of a schema that refers to itself. */
  readonly getter?: () => ZodType;
  readonly options?: readonly ZodType[];
  readonly shape?: Readonly<Record<string, ZodType>>;
  readonly element?: ZodType;
  readonly valueType?: ZodType;
}

const defOf = (schema: ZodType): Def => schema.def as unknown as Def;
const shapeOf = (schema: ZodType) => defOf(schema).shape;

function unwrap(schema: ZodType): ZodType[] {
  const def = defOf(schema);
  if (def.innerType) return unwrap(def.innerType);
  if (def.getter) return unwrap(def.getter());
  return def.options ? def.options.flatMap(unwrap) : [schema];
}

function step(schema: ZodType, segment: PropertyKey): ZodType[] {
  const def = defOf(schema);
  const next = (typeof segment === 'string' ? def.shape?.[segment] : undefined) ?? def.element ?? def.valueType;
  return next ? [next] : [];
}

function valueAtPath(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<PropertyKey, unknown>)[key] : undefined), value);
}

function shortJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
