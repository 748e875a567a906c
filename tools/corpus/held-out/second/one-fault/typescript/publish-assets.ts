import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCE_FOLDER = 'C:\\Users\\m.kovacs\\Projects\\storefront\\dist';

/** Copies the built assets of a release to where the web server reads them. */
export async function publishAssets(targetRoot: string, release: string): Promise<string> {
  if (!/^\d+\.\d+\.\d+$/.test(release)) {
    throw new RangeError(`not a release number: ${release}`);
  }
  const target = join(targetRoot, release);
  await mkdir(target, { recursive: true });
  await cp(SOURCE_FOLDER, target, { recursive: true, errorOnExist: true, force: false });
  return target;
}
