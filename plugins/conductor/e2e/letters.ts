import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built command, as people call it. */
export const COMMAND = join(__dirname, '..', 'bin', 'conductor.js');

/** Sizes of tests that also run with `CONDUCTOR_TORTURE` set: the whole then, else what takes some seconds. */
export const torture = <T>(whole: T, bounded: T): T => (process.env['CONDUCTOR_TORTURE'] ? whole : bounded);

/** A project of its own, outside of any Nx workspace: one artifact for each item of a spec, and an index of all. */
export function createLetters(folder = realpathSync(mkdtempSync(join(tmpdir(), 'conductor-letters-')))): string {
  const put = (path: string, content: string | object): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  };
  put('conductor.json', { specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'letters' }], output: 'out' });
  put('.conductor/patterns/letters/pattern.json', {
    id: 'letters',
    outputs: [
      { template: 'letter.ejs', forEach: '/letters', to: '<%= item.n % 7 %>/<%= kebabCase(item.name) %>.txt' },
      { template: 'index.ejs', to: 'index.txt' },
    ],
  });
  put('.conductor/patterns/letters/letter.ejs', '<%= item.name %> = <%= item.n %> of <%= "x".repeat(200) %>\n');
  put('.conductor/patterns/letters/index.ejs', "<% for (const each of items('/letters')) { %><%= each.name %>\n<% } %>");
  return folder;
}

/** Writes the spec: letters with their numbers. */
export function writeSpec(folder: string, letters: Readonly<Record<string, number>>): void {
  writeFileSync(join(folder, 'spec.json'), JSON.stringify({ letters: Object.fromEntries(Object.entries(letters).map(([name, n]) => [name, { n }])) }));
}

/** Starts the command in a project. */
export function start(folder: string, args: readonly string[] = ['generate'], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [COMMAND, ...args], { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder, NO_COLOR: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** How a process ended, and everything it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly text: string;
}

/** Waits for the end of a process. */
export function ended(child: ChildProcess): Promise<Ended> {
  let text = '';
  child.stdout?.on('data', (data: Buffer) => (text += data.toString('utf8')));
  child.stderr?.on('data', (data: Buffer) => (text += data.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, text }));
  });
}

/** Artifacts and manifest of a project, everything that lies beside them, by path. Not the cache, the records and the spec. */
export function produced(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (['.conductor/cache', '.conductor/runs', '.conductor/patterns', 'spec.json'].includes(path)) continue;
      if (entry.isDirectory()) walk(path);
      else files[path] = readFileSync(join(folder, path), 'utf8');
    }
  };
  walk('');
  return files;
}

/** One digest of all that {@link produced} gives. */
export const digest = (files: Readonly<Record<string, string>>): string => createHash('sha256').update(JSON.stringify(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))).digest('hex');

/** What a run from nothing makes of a spec. The project's name is part of the manifest, so it is made in the same folder's name. */
export async function fromNothing(folder: string, letters: Readonly<Record<string, number>>): Promise<Record<string, string>> {
  const aside = `${folder}.aside`;
  if (existsSync(aside)) rmSync(aside, { recursive: true });
  const twin = join(aside, folder.split('/').at(-1) as string);
  mkdirSync(twin, { recursive: true });
  createLetters(twin);
  for (const extra of ['conductor.json']) cpSync(join(folder, extra), join(twin, extra));
  writeSpec(twin, letters);
  const { code, text } = await ended(start(twin));
  if (code !== 0) throw new Error(text);
  const files = produced(twin);
  rmSync(aside, { recursive: true });
  return files;
}
