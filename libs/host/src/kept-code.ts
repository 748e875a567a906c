import { existsSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs a script of Conductor's own, and those that it requires from the same folder, with the code that the engine made of
 * them in an earlier run: compiling them takes longer than finding out that nothing changed. That code lies in `place`, in
 * a file for each version of Node.js and each command, as another one needs other parts of the scripts. Whoever can write
 * there must be able to write to the scripts too. Lost, damaged, of other scripts, or not to be written at all, it costs time and nothing else. `load` is what
 * everything else is required with.
 *
 * On Node.js 20 a script that comes with its code cannot use `import()`: the scripts call `require.importNow` in its place,
 * where there is one (see `tools/build/split.mjs`).
 */
export function runWithKeptCode(script: string, place: string, load: NodeJS.Require): void {
  if (isUnwanted()) return void load(script);
  const kept = join(place, `${/^[a-z][a-z-]*$/.exec(process.argv[2] ?? '')?.[0] ?? 'none'}-${process.version}-${process.arch}`);
  const before = readKept(kept);
  const folder = dirname(script);
  const modules = new Map<string, { exports: unknown }>();
  const used: Used[] = [];
  const run = (name: string): unknown => {
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const filename = join(folder, name);
    const source = readFileSync(filename);
    const same = before.get(name);
    const data = same?.source.equals(source) ? same.data : undefined;
    const compiled = new Script(`${HEAD}${source.toString('utf8')}\n})`, {
      filename,
      // Lines and columns stay those of the file.
      columnOffset: -HEAD.length,
      ...(data === undefined ? {} : { cachedData: data }),
    });
    used.push({ name, source, compiled, data: data !== undefined && compiled.cachedDataRejected === false ? data : undefined });
    (compiled.runInThisContext() as Wrapped).call(module.exports, module.exports, required, module, filename, folder);
    return module.exports;
  };
  const required = Object.assign((request: string): unknown => (request.startsWith('./') ? run(basename(request)) : load(request)), load, { importNow: (specifier: string): Promise<unknown> => import(specifier) });
  process.once('exit', (code) => {
    // Used wrongly (2): what stands there may be no command at all, and every typing mistake would leave a file.
    if (code !== 2 && used.some(({ data }) => data === undefined)) keep(kept, [...used.map(asKept), ...othersOf(before, folder, modules)]);
  });
  run(basename(script));
}

/** As Node.js wraps a module. */
const HEAD = '(function (exports, require, module, __filename, __dirname) { ';

type Wrapped = (this: unknown, exports: unknown, require: unknown, module: unknown, filename: string, folder: string) => void;

/** What Node.js's own cache of code goes by, and counting how often each line runs, which code from elsewhere would spoil. */
const isUnwanted = (): boolean => process.env['NODE_DISABLE_COMPILE_CACHE'] !== undefined || process.env['NODE_V8_COVERAGE'] !== undefined;

interface Used {
  readonly name: string;
  readonly source: Buffer;
  readonly compiled: Script;
  /** The code that it came with; undefined when it had to be compiled. */
  readonly data: Buffer | undefined;
}

interface Kept {
  readonly name: string;
  readonly source: Buffer;
  readonly data: Buffer;
}

const asKept = ({ name, source, compiled, data }: Used): Kept => ({ name, source, data: data ?? compiled.createCachedData() });

/** What this run had no need of, as far as it is still there. */
const othersOf = (before: ReadonlyMap<string, Kept>, folder: string, used: ReadonlyMap<string, unknown>): Kept[] => [...before.values()].filter(({ name }) => !used.has(name) && existsSync(join(folder, name)));

/**
 * What is kept: a line of JSON with name and lengths of each script, then of each the script itself and its code, twice.
 * The engine looks at the length of a script only, and at nothing of the code: both have to be right to the bit, and
 * comparing takes no time, while a hash would have to be loaded.
 */
function keep(path: string, parts: readonly Kept[]): void {
  const head = `${JSON.stringify(parts.map(({ name, source, data }) => [name, source.length, data.length]))}\n`;
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, Buffer.concat([Buffer.from(head), ...parts.flatMap(({ source, data }) => [source, data, data])]));
    renameSync(beside, path);
  } catch {
    // A folder that cannot be written to, a disk that is full: the next run compiles again.
    if (existsSync(beside)) discard(beside);
  }
}

function discard(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Then it stays there, and nothing reads it.
  }
}

function readKept(path: string): ReadonlyMap<string, Kept> {
  const found = new Map<string, Kept>();
  try {
    const bytes = readFileSync(path);
    let at = bytes.indexOf('\n') + 1;
    const head: unknown = JSON.parse(bytes.toString('utf8', 0, at));
    const take = (length: number): Buffer => bytes.subarray(at, (at += length));
    for (const [name, sourceLength, dataLength] of head as readonly [string, number, number][]) {
      const [source, data, again] = [take(sourceLength), take(dataLength), take(dataLength)];
      if (data.length === dataLength && data.equals(again)) found.set(name, { name, source, data });
    }
  } catch {
    // Not there yet, or damaged: everything that was sound until there holds.
  }
  return found;
}
