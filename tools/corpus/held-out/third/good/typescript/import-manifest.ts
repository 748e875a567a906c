#!/usr/bin/env node
import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';

interface ManifestLine {
  container: string;
  port: string;
  teu: number;
}

function parseLine(line: string, lineNumber: number): ManifestLine {
  const [container, port, teu] = line.split(';').map((cell) => cell.trim());
  const size = Number(teu);
  if (!container || !port || !Number.isFinite(size) || size <= 0) {
    throw new Error(`line ${lineNumber}: expected container;port;teu`);
  }
  return { container, port, teu: size };
}

async function sumByPort(file: string): Promise<Map<string, number>> {
  const totals = new Map<string, number>();
  const handle = await open(file, 'r');
  try {
    let lineNumber = 0;
    for await (const line of handle.readLines()) {
      lineNumber += 1;
      if (line === '' || line.startsWith('#')) continue;
      const { port, teu } = parseLine(line, lineNumber);
      totals.set(port, (totals.get(port) ?? 0) + teu);
    }
  } finally {
    await handle.close();
  }
  return totals;
}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) {
    console.error('usage: import-manifest <file>');
    process.exitCode = 64;
    return;
  }
  const totals = await sumByPort(file);
  for (const [port, teu] of [...totals].sort(([a], [b]) => a.localeCompare(b))) {
    console.log(`${port}\t${teu}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
