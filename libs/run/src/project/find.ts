import { dirname, join, resolve } from 'node:path';
import { done, failed, nearest, type Outcome } from '@nx-conductor/core';
import { CONFIG_FILE } from '../config/read';
import type { Machine } from '../host';
import { projectAt, projectName, workspaceAround, type Project } from './project';

/**
 * The project that people mean: a folder that holds a `conductor.json`, or the name of a project of the workspace;
 * without either, the current folder.
 */
export async function findProject(machine: Machine, cwd: string, asked: string | undefined): Promise<Outcome<Project>> {
  // People name the file too, and mean its folder.
  const folder = resolve(cwd, asked === undefined ? '.' : asked.endsWith(`/${CONFIG_FILE}`) || asked === CONFIG_FILE ? dirname(asked) : asked);
  // Through links, so that one folder is one project whatever path leads to it.
  const real = machine.disk.realPath(folder);
  if (real !== undefined && machine.disk.stat(join(real, CONFIG_FILE))) return done(projectAt(machine.disk, real));
  if (asked === undefined) return failed({ code: 'missing-file', place: { file: CONFIG_FILE }, wanted: `a ${CONFIG_FILE} in the current folder (name a project, or go to its folder)` });

  const workspace = workspaceAround(machine.disk, machine.disk.realPath(cwd) ?? cwd);
  const files = workspace === undefined ? [] : await machine.glob(`**/${CONFIG_FILE}`, workspace, ['**/node_modules/**', '**/dist/**', '.nx/**', '.git/**']);
  const roots = files.map((file) => dirname(file));
  const names = roots.map((root) => projectName(machine.disk, root));
  const index = names.indexOf(asked);
  if (index !== -1) return done(projectAt(machine.disk, roots[index] as string));
  if (workspace === undefined || real !== undefined) {
    const near = nearest(asked, names);
    return failed({ code: 'missing-file', place: { file: join(asked, CONFIG_FILE) }, wanted: `a folder with a ${CONFIG_FILE}, or a project of that name,`, ...(near === undefined ? {} : { nearest: near }) });
  }
  return failed({ code: 'unknown-name', what: 'codegen project', name: asked, known: names });
}
