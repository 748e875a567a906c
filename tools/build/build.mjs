#!/usr/bin/env node
/**
 * Bundles the plugin, as CommonJS that Node 20 and Nx 22 to 25 can require. What users have installed stays outside of
 * the bundles, so that a lazy `require` in a room stays lazy.
 * Runs after every install (`prepare`), so it is quick, and silent unless it fails.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import glob from 'fast-glob';
import { asCommonJs, indexesOpen, loadLaterFromOne, SCHEMAS, schemasApart, withoutLater } from './split.mjs';
import { writeFolder } from './write-folder.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const plugin = join(root, 'plugins', 'conductor');
const source = (path) => join(plugin, 'src', path);

const common = {
  absWorkingDir: root,
  outdir: join(plugin, 'dist'),
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20',
  external: ['execa', 'nx', '@nx/*', '@ast-grep/napi', '@ast-grep/lang-*', '@swc/core', 'ejs', 'fast-glob', 'diff', 'jsonc-parser', 'js-yaml', 'p-limit', 'prom-client', 'zod', 'oxc-transform', 'oxfmt', 'prettier', 'typescript'],
  define: {
    __CONDUCTOR_VERSION__: JSON.stringify(JSON.parse(readFileSync(join(plugin, 'package.json'), 'utf8')).version),
    __CONDUCTOR_BUILD__: JSON.stringify(sourceDigest()),
  },
  logLevel: 'warning',
  legalComments: 'none',
};

/** What Nx loads: each entry stands alone, but for the command, which is large and loaded when it is needed. */
async function bundleEntries() {
  const sources = glob.sync(['start.ts', 'cli.ts', 'compile-thread.ts', 'judge-process.ts', 'look-thread.ts', 'nx/plugin.ts', 'nx/guard.ts', 'nx/executors/*.ts', 'nx/generators/*.ts'], { cwd: source('') }).sort();
  const entryPoints = [
    ...sources.map((path) => ({ in: source(path), out: path.replace(/^nx\//, '').replace(/\.ts$/, '') })),
    ...Object.entries(SCHEMAS).map(([out, path]) => ({ in: join(root, path), out })),
  ];
  return build({ ...common, entryPoints, format: 'cjs', plugins: [{ name: 'command-apart', setup: keepCommandApart }, withoutLater(), indexesOpen(), schemasApart(root)] });
}

/** The command: what every run needs, and in a file of its own what most runs do not, because nothing has changed. */
async function bundleCommand() {
  return build({ ...common, entryPoints: [source('run-cli.ts')], format: 'esm', splitting: true, chunkNames: '[name]-[hash]', plugins: [loadLaterFromOne(root), schemasApart(root), indexesOpen()] });
}

const built = await Promise.all([bundleEntries(), bundleCommand()]).catch(() => undefined);
// esbuild has told what is wrong; what was built before stays.
if (built) writeFolder(join(plugin, 'dist'), await asCommonJs(built.flatMap(({ outputFiles }) => outputFiles), common.outdir));
else process.exitCode = 1;

/** Entries import `run-cli` from the source tree; in dist it is a file of its own, one folder above the executors. */
function keepCommandApart({ onResolve }) {
  onResolve({ filter: /\/run-cli$/ }, ({ importer }) => ({ path: /[\\/]src[\\/]nx[\\/]/.test(importer) ? '../run-cli.js' : './run-cli.js', external: true }));
}

/** Tells one build from another: a digest of every source that can be in the bundles. */
function sourceDigest() {
  const hash = createHash('sha256');
  for (const file of glob.sync(['libs/*/src/**/*.ts', 'plugins/conductor/src/**/*.ts'], { cwd: root }).sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}
