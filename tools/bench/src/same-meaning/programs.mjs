import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conductor } from '../contenders/conductor.mjs';
import { documentPath, documents } from '../documents.mjs';
import { benchFolder, packageFolder, packageVersion } from '../packages.mjs';

/**
 * @typedef {object} Program sources that people use, or that we generate for them
 * @property {string} id the word for `--only`
 * @property {string} title
 * @property {(folder: string) => void} make puts `src` and a tsconfig.json into an empty folder
 */

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  moduleResolution: 'Bundler',
  strict: true,
  esModuleInterop: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  declaration: true,
  sourceMap: true,
  types: ['node'],
  rootDir: 'src',
  outDir: 'dist',
};

/** @type {Program[]} */
export const programs = [
  ...['github', 'stripe', 'kubernetes'].map(client),
  shipped('zod', 'src'),
  shipped('rxjs', 'src', { useDefineForClassFields: false }),
  shipped('immer', 'src'),
  shipped('redux', 'src'),
  shipped('mobx', 'src', { useDefineForClassFields: false, noImplicitAny: false }),
  shipped('ajv', 'lib', {}, ['src', 'src/refs/**/*.json']),
  shipped('@noble/curves', 'src', { allowImportingTsExtensions: true, rewriteRelativeImportExtensions: true }),
  shipped('htmlparser2', 'src'),
  shipped('abitype', 'src'),
  shipped('ethers', 'src.ts'),
];

/** What Conductor generates from a document: types and a client. */
function client(id) {
  const document = documents.find((each) => each.id === id);
  return {
    id,
    title: `${document.title}, generated client`,
    make: (folder) => {
      copyFileSync(documentPath(document), join(folder, 'api.json'));
      conductor.configure(folder);
      const [program, ...args] = conductor.command(folder);
      execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
      cpSync(join(folder, conductor.output), join(folder, 'src'), { recursive: true });
      for (const name of [conductor.output, ...conductor.caches, 'api.json', 'conductor.json']) rmSync(join(folder, name), { recursive: true, force: true });
      symlinkSync(join(benchFolder, 'node_modules'), join(folder, 'node_modules'));
      configure(folder, { isolatedModules: true, verbatimModuleSyntax: true });
    },
  };
}

/** A package from npm that brings its sources along. What it depends on is found where it was installed. */
function shipped(name, sources, options = {}, include = undefined) {
  return {
    id: name,
    title: `${name} ${existsSync(join(benchFolder, 'node_modules', name)) ? packageVersion(name) : ''}`.trim(),
    make: (folder) => {
      cpSync(join(packageFolder(name), sources), join(folder, 'src'), { recursive: true });
      for (const entry of readdirSync(join(folder, 'src'), { recursive: true })) {
        if (/(^|\/)(__tests__|_tests|tests?|spec|benchmarks?)$|\.(test|spec|bench|test-d)\.tsx?$/.test(entry)) rmSync(join(folder, 'src', entry), { recursive: true, force: true });
      }
      copyFileSync(join(packageFolder(name), 'package.json'), join(folder, 'package.json'));
      mkdirSync(join(folder, 'node_modules'));
      const own = join(packageFolder(name), 'node_modules');
      for (const place of [own, join(benchFolder, 'node_modules')]) linkAll(place, join(folder, 'node_modules'));
      configure(folder, options, include);
    },
  };
}

/** What is nearer to the package comes first. */
function linkAll(from, to) {
  if (!existsSync(from)) return;
  for (const name of readdirSync(from)) {
    if (name.startsWith('.') || (existsSync(join(to, name)) && !name.startsWith('@'))) continue;
    if (!name.startsWith('@')) {
      symlinkSync(join(from, name), join(to, name));
      continue;
    }
    mkdirSync(join(to, name), { recursive: true });
    linkAll(join(from, name), join(to, name));
  }
}

function configure(folder, options, include = ['src']) {
  writeFileSync(join(folder, 'tsconfig.json'), `${JSON.stringify({ compilerOptions: { ...compilerOptions, ...options }, include }, null, 2)}\n`);
}
