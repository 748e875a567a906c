import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { failureMessage } from '../failure-message.mjs';
import { RunFailed } from '../incremental/project.mjs';
import { measure } from '../measure.mjs';
import { ownNode } from '../node.mjs';
import { repositoryFolder } from '../packages.mjs';
import { atMostShare } from './aims.mjs';

const PATTERNS = ['plugins/patterns-openapi/patterns/openapi-types', 'plugins/patterns-openapi/patterns/openapi-client', '.conductor/patterns/entity-model'];

/** What one process does, and tells how long it took: makes the templates of the patterns ready to render or, as in a run in which nothing changed, looks whether they lie in the store. */
const program = `
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compileLibrary, readPattern, templateFileKeys } from ${JSON.stringify(join(repositoryFolder, 'libs/generate/src/index.ts'))};
const [way, store, ...folders] = process.argv.slice(2);
const memo = { read: (key) => (existsSync(join(store, key)) ? readFileSync(join(store, key), 'utf8') : undefined), write: (key, body) => writeFileSync(join(store, key), body) };
const patterns = folders.map((path) => {
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1));
  const files = new Map(names.map((name) => { const text = readFileSync(join(path, name), 'utf8'); return [name, { path: name, shown: name, text, isText: true, digest: createHash('sha256').update(text).digest('hex') }]; }));
  const read = readPattern({ name: basename(path), path, shown: path, origin: 'workspace', files }, undefined);
  if (!read.ok) throw new Error(JSON.stringify(read.failures));
  const helpers = read.value.helpers === undefined ? [] : Object.keys(require(join(path, read.value.helpers))(new Proxy({}, { get: () => () => () => undefined })));
  return { pattern: read.value, helpers };
});
const keys = patterns.flatMap(({ pattern }) => templateFileKeys(pattern));
const begun = performance.now();
if (way === 'look') {
  const hits = keys.filter((key) => memo.read(key) !== undefined).length;
  console.log(JSON.stringify({ ms: performance.now() - begun, total: keys.length, hits }));
  process.exit();
}
const counts = patterns.map(({ pattern, helpers }) => compileLibrary(pattern, helpers, memo)).map((made) => { if (!made.ok) throw new Error(JSON.stringify(made.failures)); return made.value.counts; });
console.log(JSON.stringify({ ms: performance.now() - begun, total: counts.reduce((sum, each) => sum + each.total, 0), hits: counts.reduce((sum, each) => sum + each.hits, 0) }));
`;

/** The templates of three patterns: compiled, and taken from the store. Each figure is of a process of its own, which has loaded the code and the patterns. */
export async function measureTemplates({ folder, runs, timeoutSeconds, say }) {
  const outfile = join(folder, 'templates.cjs');
  const external = ['ejs', 'zod', 'jsonc-parser', 'js-yaml'];
  await build({ stdin: { contents: program, resolveDir: repositoryFolder, sourcefile: 'templates.ts', loader: 'ts' }, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error', plugins: [{ name: 'as-installed', setup: (hooks) => external.forEach((name) => hooks.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: installed(name), external: true }))) }] });
  const store = join(folder, 'store');
  const run = async (way) => {
    const cost = await measure({ argv: [ownNode, outfile, way, store, ...PATTERNS.map((path) => join(repositoryFolder, path))], folder }, { timeoutSeconds });
    if (cost.exitCode !== 0) throw new RunFailed(`templates: exit ${cost.exitCode}: ${failureMessage(cost, folder)}`);
    return JSON.parse(cost.stdout);
  };
  const told = { cold: [], loaded: [], warm: [] };
  for (let round = 1; round <= Math.max(runs, 5); round++) {
    say(`  ${round}/${Math.max(runs, 5)} templates`);
    rmSync(store, { recursive: true, force: true });
    mkdirSync(store, { recursive: true });
    told.cold.push(await run('make'));
    told.loaded.push(await run('make'));
    told.warm.push(await run('look'));
  }
  const median = (each) => each.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(each.length / 2)];
  const row = (title, each) => [title, `${each[0].hits} of ${each[0].total}`, median(each).toFixed(1), String(each.length)];
  const wrong = [...told.warm, ...told.loaded].some(({ hits, total }) => hits !== total) || told.cold.some(({ hits }) => hits !== 0);
  return {
    block: {
      heading: 'Templates',
      facts: 'The templates and path rules of openapi-types, openapi-client and entity-model, made ready to render: compiled from their sources, EJS loaded for it; taken from the store, to render some of them; and looked up, which is all that a run does in which nothing changed.',
      table: [['what happened', 'from the store', 'ms', 'runs'], row('compiled', told.cold), row('taken from the store', told.loaded), row('nothing changed', told.warm)],
      notes: [],
    },
    aims: [atMostShare('template phase, nothing changed', 0.05, median(told.warm), median(told.cold), 'three patterns')],
    complaints: wrong ? ['templates were not taken from the store as expected'] : [],
  };
}

/** Where the plugin has a library from. */
function installed(name) {
  return createRequire(join(repositoryFolder, 'plugins/conductor/package.json')).resolve(name);
}
