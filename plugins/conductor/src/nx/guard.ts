import { join } from 'node:path';
import { environment, findFiles, node, platform, realDisk } from '@nx-conductor/host';
import { guardLine, projectAt } from '@nx-conductor/run';
import { EDITION } from '../edition';

/**
 * Prints the guard's line of the project whose root is the argument: what Nx hashes as a runtime input of `generate`.
 * A script of its own, because Nx runs it for every project before it looks into its cache. Nx hashes what it prints
 * on both streams and ignores its exit code.
 */
const root = join(process.cwd(), process.argv[2] ?? '.');
guardLine({ disk: realDisk, glob: findFiles, environment, node, platform }, EDITION, projectAt(realDisk, root)).then(
  (line) => process.stdout.write(`${line}\n`),
  (error: unknown) => process.stdout.write(`guard failed: ${String(error)}\n`),
);
