import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newerNode } from '../node.mjs';
import { packageFolder, packageVersion } from '../packages.mjs';

/** The layout nearest to Conductor's: a module per schema, a fetch client per tag. It formats only when told to. */
const configuration = `export default {
  api: {
    input: { target: './api.json' },
    output: { mode: 'tags', target: './generated/client/api.ts', schemas: './generated/models', client: 'fetch' },
  },
};
`;

/** @type {import('./contender.mjs').Contender} */
export const orval = {
  id: 'orval',
  title: 'orval',
  makes: 'types and client',
  produces: 'a module per schema, a fetch client per tag; no formatting; on Node 22',
  version: packageVersion('orval'),
  ours: false,
  keepsCache: false,
  missing: () => (newerNode() === undefined ? 'needs Node 22.18 or later, and there is none' : undefined),
  configure: (folder) => writeFileSync(join(folder, 'orval.config.mjs'), configuration),
  command: () => [newerNode(), join(packageFolder('orval'), 'dist', 'bin', 'orval.mjs'), '--config', 'orval.config.mjs'],
  output: 'generated',
  caches: [],
  records: [],
};
