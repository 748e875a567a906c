#!/usr/bin/env node
/**
 * Bundles the plugin: each entry with the rooms it uses, as CommonJS that Node 20 and Nx 22 to 25 can require.
 * What users have installed stays outside the bundle, so that a lazy `require` in a room stays lazy.
 * Runs after every install (`prepare`), so it is quick, and silent unless it fails.
 */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import glob from 'fast-glob';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const plugin = join(root, 'plugins', 'conductor');
const out = join(plugin, 'dist');

/** Where each file of dist comes from; a file that a later version adds is listed here, not found by chance. */
const entries = {
  cli: 'src/cli.ts',
  'run-cli': 'src/run-cli.ts',
  plugin: 'src/nx/plugin.ts',
  ...byName('executors'),
  ...byName('generators'),
};

const entryPoints = Object.entries(entries)
  .filter(([, source]) => existsSync(join(plugin, source)))
  .map(([name, source]) => ({ in: join(plugin, source), out: name }));

rmSync(out, { recursive: true, force: true });
if (entryPoints.length > 0) {
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir: out,
    bundle: true,
    // Executors and the command share the same rooms; a shared file would need ESM, so executors only require ../run-cli.
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['nx', '@nx/*', 'ejs', 'fast-glob', 'diff', 'jsonc-parser', 'yaml', 'zod', 'oxfmt', 'prettier', 'execa', 'p-limit'],
    logLevel: 'warning',
    legalComments: 'none',
  });
}

function byName(folder) {
  const sources = glob.sync('*.ts', { cwd: join(plugin, 'src', 'nx', folder) }).sort();
  return Object.fromEntries(sources.map((file) => [`${folder}/${file.slice(0, -3)}`, `src/nx/${folder}/${file}`]));
}
