import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newerNode } from '../node.mjs';
import { packageFolder, packageVersion } from '../packages.mjs';

/** Formatting and linting are off (`postProcess` empty), and so is its log file: Conductor does neither here. */
const configuration = `export default {
  input: 'api.json',
  output: { path: 'generated', clean: true, postProcess: [] },
  logs: { file: false },
  plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'],
};
`;

/** @type {import('./contender.mjs').Contender} */
export const heyApi = {
  id: 'hey-api',
  title: '@hey-api/openapi-ts',
  makes: 'types and client',
  produces: 'one file of types, one of functions, and its fetch client; no formatting, no linting; on Node 22',
  version: packageVersion('@hey-api/openapi-ts'),
  ours: false,
  keepsCache: false,
  missing: () => (newerNode() === undefined ? 'needs Node 22.18 or later, and there is none' : undefined),
  configure: (folder) => writeFileSync(join(folder, 'openapi-ts.config.mjs'), configuration),
  command: () => [newerNode(), join(packageFolder('@hey-api/openapi-ts'), 'bin', 'run.js'), '--file', 'openapi-ts.config.mjs'],
  output: 'generated',
  caches: [],
  records: [],
};
