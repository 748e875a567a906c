import { join } from 'node:path';
import { runWithKeptCode } from '@nx-conductor/host';

/** The process of a command. */
runWithKeptCode(join(__dirname, 'cli.js'), join(__dirname, '..', '.code'), require);
