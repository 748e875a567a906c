#!/usr/bin/env node
import { readdir, stat, unlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const DAY_MS = 24 * 60 * 60 * 1000;

interface PruneResult {
  removed: string[];
  keptCount: number;
}

async function pruneFolder(folder: string, olderThanDays: number, dryRun: boolean): Promise<PruneResult> {
  const limit = Date.now() - olderThanDays * DAY_MS;
  const removed: string[] = [];
  let keptCount = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(folder, entry.name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs >= limit) {
      keptCount += 1;
      continue;
    }
    if (!dryRun) await unlink(path);
    removed.push(path);
  }
  return { removed, keptCount };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string' },
      days: { type: 'string', default: '30' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const days = Number(values.days);
  if (values.folder === undefined || !Number.isInteger(days) || days < 1) {
    process.stderr.write('usage: prune-uploads --folder DIR [--days N] [--dry-run]\n');
    process.exitCode = 2;
    return;
  }
  const result = await pruneFolder(resolve(values.folder), days, values['dry-run'] === true);
  for (const path of result.removed) process.stdout.write(`removed ${path}\n`);
  process.stdout.write(`${result.removed.length} removed, ${result.keptCount} kept\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`prune-uploads: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
