import { join } from 'node:path';
import { digestOf, type Disk } from '@nx-conductor/core';
import { observe, readIndex, readManifest, STAGING_PREFIX } from '@nx-conductor/outputs';
import { externalFileRefs } from '@nx-conductor/spec';
import { CONFIG_FILE } from '../config/read';
import { peekConfig, isGlob } from '../generate/inputs';
import type { Machine } from '../host';
import type { Project } from '../project/project';

/**
 * One line that stands for what a task runner's hash cannot see by file patterns:
 *
 * - hand edits of artifacts and foreign files in the output folder, also when git ignores it: a task runner would
 *   replace the folder wholesale on a cache hit, and they would be gone without a word;
 * - files that a spec's `$ref`s lead to: which ones is written in the specs.
 *
 * `clean` when there is nothing of either. Missing artifacts do not count: a cache hit brings them back.
 */
export async function guardLine(machine: Machine, project: Project): Promise<string> {
  const { disk } = machine;
  const config = disk.read(join(project.root, CONFIG_FILE));
  const peek = config && peekConfig(textOf(config));
  const facts: string[] = [];
  const found = readManifest(disk, project.manifest);
  const artifacts = found.state === 'sound' ? found.manifest.artifacts : [];
  const index = readIndex(disk, project.index);
  const owned = new Set<string>();
  for (const artifact of artifacts) {
    owned.add(artifact.path);
    const seen = observe(disk, join(project.root, artifact.path), index, artifact.path);
    if (seen.kind === 'other') facts.push(`other ${artifact.path}`);
    else if (seen.kind === 'file' && seen.digest !== artifact.digest) facts.push(`edited ${artifact.path} ${seen.digest}`);
  }
  const output = peek?.output ?? 'generated';
  for (const path of filesBelow(disk, join(project.root, output), output)) {
    const bytes = owned.has(path) ? undefined : disk.read(join(project.root, path));
    if (bytes) facts.push(`foreign ${path} ${digestOf(bytes)}`);
  }
  for (const [path, digest] of await referenced(machine, project, peek?.specs ?? [])) facts.push(`input ${path} ${digest}`);
  return facts.length === 0 ? 'clean' : digestOf(facts.join('\n'));
}

/** Files that specs refer to, and the files those refer to, by what people call them, with their digests. */
async function referenced(machine: Machine, project: Project, specs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  const entries: string[] = [];
  for (const spec of specs) entries.push(...(isGlob(spec) ? await machine.glob(spec, project.root, []) : [join(project.root, spec)]));
  const seen = new Set(entries);
  const queue = [...entries];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const bytes = machine.disk.read(path);
    if (!bytes) continue;
    if (!entries.includes(path)) digests.set(project.shown(path), digestOf(bytes));
    for (const next of externalFileRefs(textOf(bytes), path)) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return new Map([...digests].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function* filesBelow(disk: Disk, folder: string, prefix: string): Generator<string> {
  for (const entry of disk.list(folder) ?? []) {
    if (entry.name.startsWith(STAGING_PREFIX)) continue;
    if (entry.kind === 'directory') yield* filesBelow(disk, join(folder, entry.name), `${prefix}/${entry.name}`);
    else yield `${prefix}/${entry.name}`;
  }
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
