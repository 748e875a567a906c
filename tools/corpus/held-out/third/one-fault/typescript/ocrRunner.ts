import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const TESSDATA = '/Users/hannes.brandt/dev/tessdata_best';

/** Recognises the text of a scanned page. */
export async function recognise(image: string, language: 'deu' | 'eng' | 'lat'): Promise<string> {
  const { stdout } = await run('tesseract', [image, 'stdout', '-l', language, '--tessdata-dir', TESSDATA], {
    timeout: 120_000,
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout.trim();
}
