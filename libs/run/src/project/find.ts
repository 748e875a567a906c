import { basename, dirname, join, resolve } from 'node:path';
import { done, failed, nearest, type Failure, type Outcome } from '@nx-conductor/core';
import { CONFIG_FILE } from '../config/read';
import type { Machine } from '../host';
import { projectAt, projectName, workspaceAround, type Project } from './project';

/** A file that makes its folder a project, the most telling first. */
const CODEGEN = [CONFIG_FILE];

/**
 * The project that people mean: a folder that holds a `conductor.json`, or the name of a project of the workspace;
 * without either, the current folder. `marks` are other files that make a folder a project.
 */
export async function findProject(machine: Machine, cwd: string, asked: string | undefined, marks: readonly string[] = CODEGEN): Promise<Outcome<Project>> {
  // People name the file too, and mean its folder.
  const folder = resolve(cwd, asked === undefined ? '.' : marks.includes(basename(asked)) ? dirname(asked) : asked);
  // Through links, so that one folder is one project whatever path leads to it.
  const real = machine.disk.realPath(folder);
  if (real !== undefined && marks.some((mark) => machine.disk.stat(join(real, mark)))) return done(projectAt(machine.disk, real));
  const mark = marks.join(' or ');
  if (asked === undefined) return failed({ code: 'missing-file', place: { file: marks[0] as string }, wanted: `a ${mark} in the current folder (name a project, or go to its folder)` });

  const workspace = workspaceAround(machine.disk, machine.disk.realPath(cwd) ?? cwd);
  const roots = workspace === undefined ? [] : await projectRoots(machine, workspace, marks);
  const names = roots.map((root) => projectName(machine.disk, root));
  const named = roots.filter((_, index) => names[index] === asked).map((root) => projectAt(machine.disk, root));
  if (named.length > 1 && marks === CODEGEN) return failed(sharedName(asked, named));
  if (named.length > 0) return done(named[0] as Project);
  if (workspace === undefined || real !== undefined) {
    const near = nearest(asked, names);
    return failed({ code: 'missing-file', place: { file: join(asked, marks[0] as string) }, wanted: `a folder with a ${mark}, or a project of that name,`, ...(near === undefined ? {} : { nearest: near }) });
  }
  return failed({ code: 'unknown-name', what: marks === CODEGEN ? 'codegen project' : 'project', name: asked, known: names });
}

/** Two projects of one name would share a manifest. */
function sharedName(name: string, named: readonly Project[]): Failure {
  const [first, second] = named.map((each) => each.shown(each.root)) as [string, string];
  const expected = 'a name of its own for each project: put a project.json with a "name" into one of their folders';
  return { code: 'invalid-value', place: { file: join(second, CONFIG_FILE) }, what: `the project name ${JSON.stringify(name)}`, expected, received: `${first} and ${second}` };
}

/** The projects of the workspace around a folder; outside of any the one in the folder, if it is one. */
export async function findProjects(machine: Machine, cwd: string): Promise<readonly Project[]> {
  const folder = machine.disk.realPath(cwd) ?? cwd;
  const workspace = workspaceAround(machine.disk, folder);
  const roots = workspace === undefined ? CODEGEN.flatMap((mark) => (machine.disk.stat(join(folder, mark)) ? [folder] : [])) : await projectRoots(machine, workspace, CODEGEN);
  return roots.map((root) => projectAt(machine.disk, root));
}

async function projectRoots(machine: Machine, workspace: string, marks: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const mark of marks) files.push(...(await machine.glob(`**/${mark}`, workspace, ['**/node_modules/**', '**/dist/**', '.nx/**', '.git/**'])));
  return [...new Set(files.map((file) => dirname(file)))];
}
