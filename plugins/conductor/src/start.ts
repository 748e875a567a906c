import { join } from 'node:path';
import { runWithKeptCode } from '@nx-conductor/host';

/** The process of a command. Its code is kept by command, beside the bundles: another one needs other parts of them. */
const command = /^[a-z-]+$/.exec(process.argv[2] ?? '')?.[0] ?? 'none';

runWithKeptCode(join(__dirname, 'cli.js'), join(__dirname, '..', '.code', `${command}-${process.version}-${process.arch}`), require);
