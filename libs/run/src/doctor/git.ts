import { join } from 'node:path';
import { utf8Of } from '@nx-conductor/core';
import { peekConfig } from '../config/peek';
import { CONFIG_FILE } from '../config/read';
import type { Machine } from '../host';
import { workspaceAround, type Project } from '../project/project';
import { good, warning, type Check } from './check';

/** Whether git is there (merges of hand edits need it), and ignores what belongs to one machine only. */
export async function checkGit(machine: Machine, cwd: string, projects: readonly Project[]): Promise<Check[]> {
  const git = (args: readonly string[]) => machine.processes.run({ executable: 'git', args, cwd: workspaceAround(machine.disk, cwd) ?? cwd, env: {} });
  const version = await git(['--version']);
  if (version.code !== 0) return [warning('git', 'not installed', 'install it if you want --on-conflict merge')];
  const says = utf8Of(version.stdout).trim();
  const [first] = projects;
  if (!first) return [good('git', says)];
  // A file in each folder: a line such as `generated/` means folders only.
  const local = ['cache', 'runs'].map((name) => join(first.conductor, name, 'x'));
  const pairs = projects.flatMap((project) => {
    const bytes = machine.disk.read(join(project.root, CONFIG_FILE));
    const peek = bytes && peekConfig(utf8Of(bytes));
    return peek ? [{ project, generated: join(project.root, peek.output ?? 'generated', 'x') }] : [];
  });
  const { code, stdout } = await git(['-c', 'core.quotePath=false', 'check-ignore', '--no-index', '--', ...local, ...pairs.flatMap(({ project, generated }) => [project.manifest, generated])]);
  if (code !== 0 && code !== 1) return [good('git', `${says}; this is no repository`)];
  const ignored = new Set(utf8Of(stdout).split('\n'));
  const faults = [
    ...local.filter((path) => !ignored.has(path)).map((path) => warning('git', `${first.shown(join(path, '..'))} is not ignored`, 'put it into .gitignore: it is of this machine only (nx g @nx-conductor/plugin:init does)')),
    ...pairs.filter(({ project, generated }) => ignored.has(project.manifest) !== ignored.has(generated)).map(({ project, generated }) => apart(project, ignored.has(generated))),
  ];
  return faults.length > 0 ? faults : [good('git', says)];
}

/** A manifest is in git exactly when the generated code is: alone it owns files that are not there, or there are files that nobody owns. */
const apart = (project: Project, codeIgnored: boolean): Check =>
  warning(project.name, codeIgnored ? 'git ignores its generated code, but not its manifest' : 'git ignores its manifest, but not its generated code', `have both in git or neither: ${project.shown(project.manifest)}`);
