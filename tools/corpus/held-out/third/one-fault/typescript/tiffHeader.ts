import { open } from 'node:fs/promises';

/** The order of bytes in a TIFF file. */
export type ByteOrder = 'little' | 'big';

/** What stands in the first eight bytes. */
export interface TiffHeader {
  byteOrder: ByteOrder;
  firstIfdOffset: number;
}

/** Reads the header of a scan. */
export async function readTiffHeader(path: string): Promise<TiffHeader> {
  const handle = await open(path, 'r');
  const buffer = Buffer.alloc(8);
  const { bytesRead } = await handle.read(buffer, 0, 8, 0);
  if (bytesRead < 8) {
    throw new Error(`${path} is too short for a TIFF file`);
  }
  const mark = buffer.toString('ascii', 0, 2);
  if (mark !== 'II' && mark !== 'MM') {
    throw new Error(`${path} is no TIFF file`);
  }
  return mark === 'II'
    ? { byteOrder: 'little', firstIfdOffset: buffer.readUInt32LE(4) }
    : { byteOrder: 'big', firstIfdOffset: buffer.readUInt32BE(4) };
}
