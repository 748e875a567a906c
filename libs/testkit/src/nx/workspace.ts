import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Files } from './files';
import { runProcess, type Ran } from './run-process';
import { GITIGNORE } from './sample';

/** A workspace in a temporary folder, with a real git repository, the real Nx and Conductor as users install it. */
export interface NxWorkspace {
  /** Absolute, without links. */
  readonly root: string;
  /** Writes files; paths are relative to the root, objects become JSON. */
  write(files: Files): void;
  read(path: string): string;
  exists(path: string): boolean;
  remove(path: string): void;
  /** Files below a folder, relative to it, in code-unit order; empty when there is no such folder. */
  list(path: string): string[];
  nx(...args: string[]): Promise<Ran>;
  conductor(...args: string[]): Promise<Ran>;
  /** Puts everything that git does not ignore into a commit. */
  commit(message: string): Promise<void>;
  dispose(): void;
}

/** The repository that this file lies in. */
const REPOSITORY = join(__dirname, '..', '..', '..', '..');

/** The `node_modules` with the Nx to test with: another version's folder, or this repository's. */
const NX_MODULES = process.env['CONDUCTOR_E2E_NX'] ?? join(REPOSITORY, 'node_modules');

/** Makes a workspace of some files. Without `nx.json` and `package.json` of its own it gets plain ones that register the plugin. */
export async function createNxWorkspace(files: Files): Promise<NxWorkspace> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'conductor-e2e-')));
  const env = closedEnvironment(root);
  const nxScript = join(NX_MODULES, 'nx', (readJson(join(NX_MODULES, 'nx', 'package.json'))['bin'] as Record<string, string>)['nx'] as string);
  const git = async (...args: string[]): Promise<void> => {
    const { code, text } = await runProcess('git', args, root, env);
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${text}`);
  };
  const workspace: NxWorkspace = {
    root,
    write: (more) => writeFiles(root, more),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    exists: (path) => existsSync(join(root, path)),
    remove: (path) => rmSync(join(root, path), { recursive: true, force: true }),
    list: (path) => filesBelow(join(root, path)),
    nx: (...args) => runProcess(process.execPath, [nxScript, ...args], root, env),
    conductor: (...args) => runProcess(process.execPath, [join(root, 'node_modules', '@nx-conductor', 'plugin', 'bin', 'conductor.js'), ...args], root, env),
    async commit(message) {
      await git('add', '--all');
      await git('commit', '--quiet', '--allow-empty', '--message', message);
    },
    dispose: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }),
  };
  installPackages(root);
  writeFiles(root, { ...PLAIN, ...files });
  await git('init', '--quiet', '--initial-branch=main');
  await workspace.commit('start');
  return workspace;
}

const PLAIN: Files = {
  'nx.json': {
    analytics: false,
    neverConnectToCloud: true,
    defaultBase: 'main',
    plugins: ['@nx-conductor/plugin'],
    pluginsConfig: { '@nx/js': { analyzeSourceFiles: false } },
  },
  'package.json': { name: 'workspace', version: '0.0.0', private: true },
  '.gitignore': GITIGNORE.committed,
};

/** Nothing of the caller's environment but where programs are found: no CI, no colours, no Nx task around. */
function closedEnvironment(root: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: join(root, '.home'),
    TMPDIR: tmpdir(),
    NO_COLOR: '1',
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_CACHE_DIRECTORY: join(root, '.nx', 'cache'),
    NX_WORKSPACE_DATA_DIRECTORY: join(root, '.nx', 'workspace-data'),
    GIT_AUTHOR_NAME: 'test',
    GIT_AUTHOR_EMAIL: 'test@example.org',
    GIT_COMMITTER_NAME: 'test',
    GIT_COMMITTER_EMAIL: 'test@example.org',
    GIT_CONFIG_NOSYSTEM: '1',
  };
}

/** A real `node_modules`: links to what this repository has installed, and Conductor's packages as they would be published. */
function installPackages(root: string): void {
  const from = join(REPOSITORY, 'node_modules');
  const to = join(root, 'node_modules');
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name.startsWith('.') || name === '@nx-conductor') continue;
    symlinkSync(join(name === 'nx' || name === '@nx' ? NX_MODULES : from, name), join(to, name));
  }
  for (const folder of readdirSync(join(REPOSITORY, 'plugins'))) {
    const source = join(REPOSITORY, 'plugins', folder);
    if (existsSync(join(source, 'package.json'))) installOwn(source, to);
  }
}

function installOwn(source: string, modules: string): void {
  const { name, files } = readJson(join(source, 'package.json')) as { name: string; files: readonly string[] };
  const target = join(modules, name);
  for (const each of ['package.json', ...files]) {
    if (existsSync(join(source, each))) cpSync(join(source, each), join(target, each), { recursive: true });
  }
  // Versions that differ from the repository's own lie beside the package.
  if (existsSync(join(source, 'node_modules'))) symlinkSync(join(source, 'node_modules'), join(target, 'node_modules'));
}

function writeFiles(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}
