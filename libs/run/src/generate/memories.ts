import { DiskError, replaceLosable } from '@nx-conductor/core';
import { decodeMemories, encodeMemories, type Memory, type ResolvedUse } from '@nx-conductor/generate';
import type { Run } from './run';
import type { ProjectSpecs } from './specs';

/**
 * What earlier runs worked out from large documents, by use: kept in the process, else in the cache. It is believed where
 * digests and what changed since say so. Losing it costs time, and nothing else.
 */
export function recallMemories({ machine, project, options, edition, warm }: Run): Map<string, Memory> {
  if (!options.incremental || !options.cache) return new Map();
  const kept = warm?.memories(project.root);
  if (kept && kept.size > 0) return kept;
  const stored = readMemories();
  if (!kept) return stored;
  for (const [name, memory] of stored) kept.set(name, memory);
  return kept;

  function readMemories(): Map<string, Memory> {
    try {
      const bytes = machine.disk.read(project.recalled);
      return bytes ? decodeMemories(bytes, `${edition.version} ${edition.build}`) : new Map();
    } catch (error) {
      if (error instanceof DiskError) return new Map();
      throw error;
    }
  }
}

/** Keeps what was worked out from documents whose texts are kept too: others are read whole, and then it is of little use. */
export function saveMemories({ machine: { disk }, project, edition }: Run, { byKey }: ProjectSpecs, uses: readonly ResolvedUse[]): void {
  const kept = new Set([...byKey.values()].filter(({ memory }) => memory !== undefined).map(({ name }) => `spec ${name}`));
  const memories = new Map(uses.filter(({ document }) => kept.has(document.root)).map((use) => [use.name, use.memory()]));
  if (memories.size > 0) replaceLosable(disk, project.recalled, encodeMemories(memories, `${edition.version} ${edition.build}`));
}
