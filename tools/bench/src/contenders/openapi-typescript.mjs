import { join } from 'node:path';
import { ownNode } from '../node.mjs';
import { packageFolder, packageVersion } from '../packages.mjs';

/** @type {import('./contender.mjs').Contender} */
export const openapiTypescript = {
  id: 'openapi-typescript',
  title: 'openapi-typescript',
  makes: 'types',
  produces: 'one file of types for schemas, paths and operations; default options',
  version: packageVersion('openapi-typescript'),
  ours: false,
  keepsCache: false,
  missing: () => undefined,
  configure: () => {},
  command: () => [ownNode, join(packageFolder('openapi-typescript'), 'bin', 'cli.js'), 'api.json', '--output', join('generated', 'api.ts')],
  output: 'generated',
  caches: [],
  records: [],
};
