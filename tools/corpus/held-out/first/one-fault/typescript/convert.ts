import { exec } from 'node:child_process';
import { promisify } from 'node:util';

/** Makes a PNG of an SVG. */
export async function convert(file: string, out: string): Promise<void> {
  await promisify(exec)(`rsvg-convert ${file} > ${out}`);
}
