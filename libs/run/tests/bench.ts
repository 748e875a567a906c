import { createMemoryDisk, createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { DEFAULT_OPTIONS, generate, projectAt, type Edition, type GenerateOptions, type GenerateResult, type Warm } from '@nx-conductor/run';

export const EDITION: Edition = { version: '1.0.0', build: 'a', home: '/nowhere' };

/** A workspace with one project `/ws/app`, one spec of two items and one pattern of one template. */
export const FILES: Readonly<Record<string, string>> = {
  '/ws/nx.json': '{}',
  '/ws/app/conductor.json': JSON.stringify({ specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'letters' }], output: 'out' }),
  '/ws/app/spec.json': JSON.stringify({ letters: { Alpha: { n: 1 }, Beta: { n: 2 } } }),
  '/ws/.conductor/patterns/letters/pattern.json': JSON.stringify({
    id: 'letters',
    helpers: 'helpers.js',
    outputs: [
      { template: 'letter.ejs', forEach: '/letters', to: 'letters/<%= kebabCase(item.name) %>.txt' },
      { template: 'index.ejs', to: 'index.txt' },
    ],
  }),
  '/ws/.conductor/patterns/letters/letter.ejs': "<%- include('head', { title: item.name }) -%>\n<%= item.name %> = <%= shout(item.n) %> & <x>\n",
  '/ws/.conductor/patterns/letters/head.ejs': '# <%= locals.title %>\n',
  '/ws/.conductor/patterns/letters/index.ejs': "<% for (const each of items('/letters')) { %><%= each.name %>\n<% } %>",
  '/ws/.conductor/patterns/letters/helpers.js': 'module.exports = (conductor) => ({ shout: (n) => `${conductor.upper ?? ""}${n}!` });',
};

/** What a first run of {@link FILES} makes. */
export const MADE: Readonly<Record<string, string>> = {
  '/ws/app/out/index.txt': 'Alpha\nBeta\n',
  '/ws/app/out/letters/alpha.txt': '# Alpha\nAlpha = 1! & <x>\n',
  '/ws/app/out/letters/beta.txt': '# Beta\nBeta = 2! & <x>\n',
};

/** A disk with {@link FILES}, and others over them. An undefined text takes a file away. */
export function workspace(changes: Readonly<Record<string, string | undefined>> = {}): MemoryDisk {
  const files = Object.entries({ ...FILES, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return createMemoryDisk(Object.fromEntries(files));
}

/** Runs `generate` for the project in `/ws/app`. */
export function run(disk: MemoryDisk, options: Partial<GenerateOptions> = {}, edition: Edition = EDITION, warm?: Warm): Promise<GenerateResult> {
  // So long after the last write that no file counts as racy.
  disk.tick(60_000);
  return generate(createMemoryMachine(disk), edition, projectAt(disk, '/ws/app'), { ...DEFAULT_OPTIONS, ...options }, warm);
}

/** Overwrites a file as an editor would. */
export function edit(disk: MemoryDisk, path: string, text: string): void {
  disk.tick(1000);
  disk.write(path, text);
}

/** The files below a folder. */
export function below(disk: MemoryDisk, folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(disk.files()).filter(([path]) => path.startsWith(`${folder}/`)));
}

/** Codes of the failures of a run. */
export const codes = (result: GenerateResult) => result.failures.map((failure) => failure.code);
