import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { digestOf, isObject, pointerSegments, valueAt, type Memo, type Outcome, type Spec } from '@nx-conductor/core';
import { compileLibrary, createWatch, readPattern, resolveUse, type PatternFile, type Surroundings } from '@nx-conductor/generate';
import { readSpec } from '@nx-conductor/spec';

/** The patterns of this pack. */
export type PatternName = 'openapi-types' | 'openapi-client';

const PATTERNS = join(__dirname, '..', 'patterns');
/** The patterns of this pack run no commands. */
const NO_SURROUNDINGS: Surroundings = { program: () => undefined, looked: [], environment: () => '', inputs: () => [], file: (path) => ({ path, local: path, digest: '' }) };

const NO_CACHE: Memo = { read: () => undefined, write: () => undefined };

/** An OpenAPI document given as a value, read as Conductor reads it. */
export function specOf(document: unknown): Spec {
  return specOfText(JSON.stringify(document));
}

/** An OpenAPI document of the disk. */
export function specOfFile(path: string): Spec {
  return specOfText(readFileSync(path, 'utf8'));
}

/** What a pattern makes of a spec: text by path, in the order of the jobs. */
export function generate(spec: Spec, name: PatternName, options: Readonly<Record<string, unknown>> = {}): ReadonlyMap<string, string> {
  const folder = patternFolder(name);
  const pattern = value(readPattern(folder));
  const factory = createRequire(__filename)(join(folder.path, pattern.helpers as string)) as (context: object) => Readonly<Record<string, unknown>>;
  const names = Object.keys(factory(new Proxy({}, { get: () => () => () => undefined })));
  const { library } = value(compileLibrary(pattern, names, NO_CACHE));
  const defaults = Object.entries(pattern.options).map(([key, option]) => [key, option.default] as const);
  const { jobs } = value(resolveUse({ pattern, library, spec, folder: '', options: { ...Object.fromEntries(defaults), ...options }, helpers: factory, helpersDigest: '', surroundings: NO_SURROUNDINGS, modules: new Map() }, createWatch()));
  const rendered = jobs.flatMap((job) => ('run' in job ? [value(job.run())] : []));
  return new Map(rendered.flatMap(({ files }) => files.map(({ path, content }): [string, string] => [path, content as string])));
}

/** Both patterns, as projects use them: side by side. */
export function generateBoth(spec: Spec, options: { readonly types?: Readonly<Record<string, unknown>>; readonly client?: Readonly<Record<string, unknown>> } = {}): ReadonlyMap<string, string> {
  return new Map([...generate(spec, 'openapi-types', options.types), ...generate(spec, 'openapi-client', options.client)]);
}

function specOfText(text: string): Spec {
  return value(readSpec({ adapter: 'openapi', path: '/api.json', shown: (path) => path }, (path) => (path === '/api.json' ? new TextEncoder().encode(text) : undefined)));
}

function patternFolder(name: PatternName) {
  const path = join(PATTERNS, name);
  const paths = ['pattern.json', 'helpers.js', 'partials/header.ejs', ...JSON.parse(readFileSync(join(path, 'pattern.json'), 'utf8')).outputs.map((output: { template: string }) => output.template)];
  const files = paths.map((file): [string, PatternFile] => {
    const text = readFileSync(join(path, file), 'utf8');
    return [file, { path: file, shown: `${name}/${file}`, text, digest: digestOf(text), isText: true }];
  });
  return { name, path, shown: name, origin: 'workspace', files: new Map(files) };
}

/** The value, or a failed test that says why there is none. */
function value<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.failures, null, 2));
}

/** Follows the references of a spec's document. */
export function derefOf({ document }: Spec): (value: unknown) => unknown {
  return (value) => {
    let target = value;
    while (isObject(target) && typeof target['$ref'] === 'string') target = valueAt(document, pointerSegments(target['$ref']));
    return target;
  };
}
