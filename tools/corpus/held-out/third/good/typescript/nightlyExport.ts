import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** One hour of one grid node. */
export interface LoadRecord {
  nodeId: string;
  hour: string;
  megawatts: number;
}

async function* toCsv(records: AsyncIterable<LoadRecord>): AsyncGenerator<string> {
  yield 'node_id,hour,megawatts\n';
  for await (const record of records) {
    yield `${record.nodeId},${record.hour},${record.megawatts.toFixed(3)}\n`;
  }
}

/**
 * Writes the records to a gzipped CSV file. The file appears under its name
 * only when it is whole; a failed run leaves nothing behind.
 */
export async function exportLoad(records: AsyncIterable<LoadRecord>, target: string): Promise<void> {
  const partial = `${target}.part`;
  try {
    await pipeline(Readable.from(toCsv(records)), createGzip(), createWriteStream(partial));
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
