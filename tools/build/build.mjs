#!/usr/bin/env node
/**
 * Bundles the plugin: each entry with the rooms it uses, as CommonJS that Node 20 and Nx 22 to 25 can require.
 * What users have installed stays outside the bundle, so that a lazy `require` in a room stays lazy.
 * Runs after every install (`prepare`), so it is quick, and silent unless it fails.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
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
    external: ['nx', '@nx/*', 'ejs', 'fast-glob', 'diff', 'jsonc-parser', 'yaml', 'zod', 'oxfmt', 'prettier'],
    define: {
      __CONDUCTOR_VERSION__: JSON.stringify(JSON.parse(readFileSync(join(plugin, 'package.json'), 'utf8')).version),
      __CONDUCTOR_BUILD__: JSON.stringify(sourceDigest()),
    },
    logLevel: 'warning',
    legalComments: 'none',
  });
}

function byName(folder) {
  const sources = glob.sync('*.ts', { cwd: join(plugin, 'src', 'nx', folder) }).sort();
  return Object.fromEntries(sources.map((file) => [`${folder}/${file.slice(0, -3)}`, `src/nx/${folder}/${file}`]));
}

/** Tells one build from another: a digest of every source that can be in the bundles. */
function sourceDigest() {
  const hash = createHash('sha256');
  for (const file of glob.sync(['libs/*/src/**/*.ts', 'plugins/conductor/src/**/*.ts'], { cwd: root }).sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}
