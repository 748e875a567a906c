import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conductor, conductorProgram } from '../contenders/conductor.mjs';
import { ownNode } from '../node.mjs';
import { packageFolder, packageVersion } from '../packages.mjs';
import { nativeCompiler } from '../typecheck.mjs';

/**
 * @typedef {object} Compiler a compiler as its users run it: its own command, in a folder with `src` and a tsconfig.json
 * @property {string} id the word for `--peers`
 * @property {string} title
 * @property {'code' | 'emit' | 'emit and check'} does code alone; code, declarations and maps; these and the errors of the
 *   whole program. Figures of different kinds are not put side by side
 * @property {string} how one line for the notes
 * @property {string} version
 * @property {boolean} ours
 * @property {() => string | undefined} missing why it cannot run here, if it cannot
 * @property {(folder: string) => void} configure
 * @property {(folder: string) => string[][]} commands run one after the other; their costs add up
 * @property {readonly string[]} caches what it leaves beside the sources, outputs among it: a run from nothing must not find it
 */

/** What every contender is asked for. */
export const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022'],
  module: 'ESNext',
  moduleResolution: 'Bundler',
  strict: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  declaration: true,
  sourceMap: true,
  skipLibCheck: true,
  types: [],
  rootDir: 'src',
  outDir: 'dist',
};

const caches = ['dist', 'tsconfig.tsbuildinfo'];

/** @type {Compiler[]} in the order of the report */
export const compilers = [
  conducting('conductor', 'Conductor', 'emit', ['compile']),
  typescript('typescript-7-no-check', 'TypeScript 7 -p --noCheck', 'emit', 'typescript-7', (folder) => [nativeCompiler(), '-p', folder, '--noCheck']),
  peer('esbuild', 'esbuild CLI', 'code', 'esbuild', 'its native executable; bundling off, source maps', {
    configure: writeTsconfig({}),
    command: () => [join(packageFolder('@esbuild/linux-x64'), 'bin', 'esbuild'), 'src/**/*.ts', '--outdir=dist', '--outbase=src', '--target=es2022', '--format=esm', '--sourcemap', '--log-level=warning'],
  }),
  peer('swc', 'swc CLI', 'code', '@swc/core', '@swc/cli, source maps', {
    configure: (folder) => writeJson(join(folder, '.swcrc'), { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: true }),
    command: () => [ownNode, join(packageFolder('@swc/cli'), 'bin', 'swc.js'), 'src', '--out-dir', 'dist', '--strip-leading-paths', '--quiet'],
  }),
  conducting('conductor-check', 'Conductor, with typecheck', 'emit and check', ['compile', 'typecheck']),
  typescript('typescript-7', 'TypeScript 7 -p', 'emit and check', 'typescript-7', (folder) => [nativeCompiler(), '-p', folder]),
  typescript('typescript-7-build', 'TypeScript 7 -b, npm bin', 'emit and check', 'typescript-7', (folder) => [ownNode, join(packageFolder('typescript-7'), 'bin', 'tsc'), '-b', folder]),
  typescript('typescript-6', 'tsc 6 -p', 'emit and check', 'typescript-6', (folder) => [ownNode, join(packageFolder('typescript-6'), 'lib', 'tsc.js'), '-p', folder]),
  typescript('typescript-6-build', 'tsc 6 -b', 'emit and check', 'typescript-6', (folder) => [ownNode, join(packageFolder('typescript-6'), 'lib', 'tsc.js'), '-b', folder]),
];

function conducting(id, title, does, verbs) {
  return {
    id,
    title,
    does,
    ours: true,
    version: conductor.version,
    how: `${verbs.map((verb) => `\`conductor ${verb}\``).join(', then ')}; every output verified`,
    missing: conductor.missing,
    configure: writeTsconfig({}),
    commands: (folder) => verbs.map((verb) => [ownNode, conductorProgram, verb, folder, '--json']),
    caches: ['dist', '.conductor'],
  };
}

/** With `incremental`, as its users have it when they mind the time. */
function typescript(id, title, does, name, command) {
  return peer(id, title, does, name, '`incremental`', { configure: writeTsconfig({ incremental: true, tsBuildInfoFile: 'tsconfig.tsbuildinfo' }), command });
}

function peer(id, title, does, name, how, { configure, command }) {
  const missing = () => {
    try {
      packageFolder(name);
      return undefined;
    } catch (error) {
      return error.message;
    }
  };
  return { id, title, does, how, ours: false, version: missing() === undefined ? packageVersion(name) : '', missing, configure, commands: (folder) => [command(folder)], caches };
}

function writeTsconfig(more) {
  return (folder) => writeJson(join(folder, 'tsconfig.json'), { compilerOptions: { ...compilerOptions, ...more }, include: ['src'] });
}

function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
