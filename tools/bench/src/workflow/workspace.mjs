import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failureMessage } from '../failure-message.mjs';
import { RunFailed } from '../incremental/project.mjs';
import { measure } from '../measure.mjs';
import { ownNode } from '../node.mjs';
import { repositoryFolder } from '../packages.mjs';

/** Folders that a run makes, below a project and below the workspace. */
const MADE = ['generated', 'dist'];
const KEPT = ['.nx', '.conductor/cache', '.conductor/runs', '.conductor/manifests'];

/** What switches everything off, to measure what it would cost without. */
export const OFF = { CONDUCTOR_CACHE: '0', CONDUCTOR_INCREMENTAL: '0', CONDUCTOR_TEMPLATE_CACHE: '0', CONDUCTOR_PARALLEL: '0' };

/**
 * A workspace of its own around the eight projects of libs/workflow, in git, with the Nx and the Conductor of this
 * repository.
 *
 * @param {string} root
 * @param {{ timeoutSeconds: number, setAside: (path: string) => void }} task
 */
export function openWorkspace(root, { timeoutSeconds, setAside }) {
  const projects = copyProjects(root);
  installPackages(root);
  const git = (...args) => execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...args], { cwd: root, stdio: 'ignore' });
  git('init', '--quiet', '--initial-branch=main');
  const commit = (message) => (git('add', '--all'), git('commit', '--quiet', '--allow-empty', '--message', message));
  commit('start');
  const made = () => projects.flatMap((project) => MADE.map((folder) => join(project, folder)));
  return {
    root,
    commit,
    /** Takes the results away, as in a fresh checkout; with `all`, also everything that runs remember. */
    forget(all) {
      for (const path of made()) setAside(join(root, path));
      for (const path of all ? KEPT : []) setAside(join(root, path));
    },
    /** Changes a property of a schema that two other projects see. */
    change: (round) => edit(join(root, 'libs/workflow/billing/spec/api.json'), (text) => text.replace(/"reason\d*": \{/, `"reason${round}": {`)),
    made,
    /** @param {string[]} args of Nx @param {Readonly<Record<string, string>>} [env] */
    async nx(args, env = {}) {
      const variables = { NX_DAEMON: 'false', NX_TUI: 'false', CI: 'false', NX_CACHE_DIRECTORY: join(root, '.nx/cache'), NX_WORKSPACE_DATA_DIRECTORY: join(root, '.nx/workspace-data'), ...env };
      const argv = ['env', ...Object.entries(variables).map(([name, value]) => `${name}=${value}`), ownNode, join(repositoryFolder, 'node_modules/nx/dist/bin/nx.js'), ...args];
      const cost = await measure({ argv, folder: root }, { timeoutSeconds });
      if (cost.exitCode !== 0) throw new RunFailed(`nx ${args.join(' ')}: exit ${cost.exitCode}: ${failureMessage(cost, root)}`);
      return { ...cost, tasks: tasksIn(cost.stdout) };
    },
  };
}

/** How many tasks Nx ran, and how many of them it answered from its cache, by what it prints of each. */
function tasksIn(stdout) {
  const lines = stdout.split('\n').filter((line) => /^\S?\s*> nx run |^\S\s+nx run /.test(line));
  const tasks = new Set(lines.map((line) => /nx run (\S+)/.exec(line)[1]));
  const hits = new Set(lines.filter((line) => /\[(local cache|existing outputs)/.test(line)).map((line) => /nx run (\S+)/.exec(line)[1]));
  return { total: tasks.size, hits: hits.size };
}

function copyProjects(root) {
  const from = join(repositoryFolder, 'libs/workflow');
  const names = readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  for (const name of names) {
    cpSync(join(from, name), join(root, 'libs/workflow', name), { recursive: true, filter: (path) => !MADE.includes(basename(path)) });
    // In this repository the tasks wait for Conductor to be built; here it is installed.
    edit(join(root, 'libs/workflow', name, 'project.json'), (text) => {
      const { generate, ...targets } = JSON.parse(text).targets ?? {};
      return JSON.stringify({ ...JSON.parse(text), targets: generate === undefined || generate.executor ? { ...targets, ...(generate ? { generate } : {}) } : targets }, null, 2);
    });
  }
  cpSync(join(repositoryFolder, '.conductor/patterns'), join(root, '.conductor/patterns'), { recursive: true });
  const files = {
    'nx.json': JSON.stringify({ analytics: false, neverConnectToCloud: true, defaultBase: 'main', parallel: 2, plugins: ['@nx-conductor/plugin'] }),
    'package.json': JSON.stringify({ name: 'workflow', version: '0.0.0', private: true }),
    '.gitignore': ['node_modules', '.nx', ...MADE, '.conductor/cache', '.conductor/runs', '.conductor/manifests', ''].join('\n'),
  };
  for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), content);
  return names.map((name) => join('libs/workflow', name));
}

/** Links to what this repository has installed, itself included. */
function installPackages(root) {
  const from = join(repositoryFolder, 'node_modules');
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  for (const name of readdirSync(from)) if (!name.startsWith('.')) symlinkSync(join(from, name), join(root, 'node_modules', name));
}

function edit(path, change) {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
