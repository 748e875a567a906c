import { join } from 'node:path';
import { digestOf, DiskError, quietly, replaceLosable } from '@nx-conductor/core';
import { decodeMemory, encodeMemory, type RememberingSpec, type TextMemory } from '@nx-conductor/spec';
import type { Run } from './run';

/**
 * What runs keep of large spec texts, so that the next one parses only what has changed: a file in the cache for each, by
 * the digest of what makes it this spec. Losing one costs time, and nothing else.
 */
export function recallText({ machine, project, options, edition }: Run, key: string): TextMemory | undefined {
  if (!options.incremental || !options.cache) return undefined;
  try {
    const bytes = machine.disk.read(fileOf(project.texts, key));
    return bytes && decodeMemory(bytes, `${edition.version} ${edition.build}`);
  } catch (error) {
    if (error instanceof DiskError) return undefined;
    throw error;
  }
}

/** Keeps what was read of the texts of a project, and forgets those that are not its any more. */
export function saveTexts({ machine: { disk }, project, edition }: Run, specs: ReadonlyMap<string, RememberingSpec>): void {
  const files = new Map([...specs].filter(([, { memory }]) => memory !== undefined).map(([key, spec]) => [fileOf(project.texts, key), spec]));
  quietly(() => {
    for (const { name } of disk.list(project.texts) ?? []) if (!files.has(join(project.texts, name))) disk.remove(join(project.texts, name));
  });
  for (const [path, { memory, since }] of files) {
    if (since?.digest === memory?.digest) continue;
    const bytes = memory && encodeMemory(memory, `${edition.version} ${edition.build}`);
    if (bytes) replaceLosable(disk, path, bytes);
    else quietly(() => disk.remove(path));
  }
}

const fileOf = (folder: string, key: string) => join(folder, digestOf(key).slice(0, 32));
