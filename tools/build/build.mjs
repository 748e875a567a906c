#!/usr/bin/env node
/**
 * Bundles the plugin: each entry with the rooms it uses, as CommonJS that Node 20 and Nx 22 to 25 can require.
 * What users have installed stays outside of the bundle, so that a lazy `require` in a room stays lazy.
 * Runs after every install (`prepare`), so it is quick, and silent unless it fails.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import glob from 'fast-glob';
import { writeFolder } from './write-folder.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const plugin = join(root, 'plugins', 'conductor');

/** Each entry stands alone, but for the command: that one is large, so the others load it when they need it. */
const SOURCES = ['cli.ts', 'run-cli.ts', 'nx/plugin.ts', 'nx/guard.ts', 'nx/executors/*.ts', 'nx/generators/*.ts'];
const entryPoints = glob.sync(SOURCES, { cwd: join(plugin, 'src') }).sort().map((source) => ({
  in: join(plugin, 'src', source),
  out: source.replace(/^nx\//, '').replace(/\.ts$/, ''),
}));

const built = await build({
  absWorkingDir: root,
  entryPoints,
  outdir: join(plugin, 'dist'),
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['nx', '@nx/*', '@swc/core', 'ejs', 'fast-glob', 'diff', 'jsonc-parser', 'js-yaml', 'p-limit', 'zod', 'oxc-transform', 'oxfmt', 'prettier'],
  plugins: [{ name: 'command-apart', setup: keepCommandApart }],
  define: {
    __CONDUCTOR_VERSION__: JSON.stringify(JSON.parse(readFileSync(join(plugin, 'package.json'), 'utf8')).version),
    __CONDUCTOR_BUILD__: JSON.stringify(sourceDigest()),
  },
  logLevel: 'warning',
  legalComments: 'none',
}).catch(() => undefined);
// esbuild has told what is wrong; what was built before stays.
if (built) writeFolder(join(plugin, 'dist'), built.outputFiles.map(({ path, contents }) => ({ path, content: contents })));
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
