import { dirname, join } from 'node:path';
import type { CreateNodesContext, CreateNodesResult } from '@nx/devkit';
import { DiskError } from '@nx-conductor/core';
import { findFiles, realDisk, resolveModule } from '@nx-conductor/host';
import { compileReadsOf, NOTHING_READ, projectAt, readsOf, type CompileReads, type Project, type Reads } from '@nx-conductor/run';
import { inferTargets, type PluginOptions } from './targets';

/*
 * What Nx loads for every command in the workspace: a folder with a `conductor.json` is a codegen project. No library
 * is loaded here, `@nx/devkit` (200 ms) least of all, and nothing is cached: the result follows from a few small files
 * and one pass over each spec.
 */

/** Name of the plugin. */
export const name = '@nx-conductor/plugin';

const installation = { home: dirname(__dirname), guard: join(__dirname, 'guard.js') };

type Nodes = (readonly [file: string, result: CreateNodesResult])[];

/** Infers the targets of each project; nothing in a `conductor.json` can make it fail. */
async function inferProjects(files: readonly string[], options: PluginOptions | undefined, context: Pick<CreateNodesContext, 'workspaceRoot'>): Promise<Nodes> {
  const nodes: Nodes = [];
  for (const file of [...files].sort()) {
    if (file.includes('node_modules/')) continue;
    const root = dirname(file);
    const project = projectAt(realDisk, join(context.workspaceRoot, root));
    const reads = await readsOf({ disk: realDisk, glob: findFiles }, project, installation.home).catch(unreadable);
    const targets = inferTargets(realDisk, project, reads, compileReads(project, reads), installation, options ?? {});
    nodes.push([file, { projects: { [root]: { name: project.name, root, targets } } }]);
  }
  return nodes;
}

function compileReads(project: Project, reads: Reads): CompileReads | undefined {
  try {
    return compileReadsOf({ disk: realDisk, resolveModule }, project, reads);
  } catch (error) {
    if (error instanceof DiskError) return undefined;
    throw error;
  }
}

/** A file that the disk refuses to read is for the executor to report. */
function unreadable(error: unknown): Reads {
  if (error instanceof DiskError) return NOTHING_READ;
  throw error;
}

/** What Nx 23 and later look for. */
export const createNodes = ['**/conductor.json', inferProjects] as const;

/** What Nx 22 looks for. */
export const createNodesV2 = createNodes;
