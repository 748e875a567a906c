import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownNode } from '../node.mjs';
import { describeOutput } from '../output.mjs';
import { repositoryFolder } from '../packages.mjs';

export const conductorProgram = join(repositoryFolder, 'plugins', 'conductor', 'bin', 'conductor.js');

/** Tells one build from another, so that a run during which somebody builds again can say that its figures are mixed. */
export function buildDigest() {
  const dist = join(repositoryFolder, 'plugins', 'conductor', 'dist');
  return describeOutput(dist).digest;
}

/** @type {import('./contender.mjs').Contender} */
export const conductor = withPatterns({
  id: 'conductor',
  title: 'Conductor',
  makes: 'types and client',
  produces: 'patterns openapi-types and openapi-client: a module per schema, a fetch client with the types of its operations per tag; manifest and cache written too',
  patterns: ['openapi-types', 'openapi-client'],
});

/** @type {import('./contender.mjs').Contender} */
export const conductorTypes = withPatterns({
  id: 'conductor-types',
  title: 'Conductor, types only',
  makes: 'types',
  produces: 'pattern openapi-types alone: a module per schema, nothing for operations; manifest and cache written too',
  patterns: ['openapi-types'],
});

function withPatterns({ patterns, ...identity }) {
  return {
    ...identity,
    ours: true,
    version: JSON.parse(readFileSync(join(repositoryFolder, 'plugins', 'conductor', 'package.json'), 'utf8')).version,
    keepsCache: true,
    missing: () => (existsSync(conductorProgram) ? undefined : 'plugins/conductor/bin/conductor.js is not built; run: npm run build'),
    configure: (folder) => {
      const configuration = {
        specs: [{ adapter: 'openapi', path: 'api.json' }],
        patterns: patterns.map((use) => ({ use })),
        output: 'generated',
      };
      writeFileSync(join(folder, 'conductor.json'), `${JSON.stringify(configuration, null, 2)}\n`);
    },
    command: (folder) => [ownNode, conductorProgram, 'generate', folder, '--json'],
    output: 'generated',
    caches: ['.conductor'],
    records: [join('.conductor', 'manifests'), join('.conductor', 'runs')],
    remark: workDone,
  };
}

function workDone(stdout) {
  try {
    const { jobs, templates, phases } = JSON.parse(stdout);
    const spent = Object.entries(phases).filter(([, ms]) => ms >= 1).map(([phase, ms]) => `${phase} ${Math.round(ms)}`);
    const work = `${jobs.ran} of ${jobs.total} jobs ran, ${templates.hits} of ${templates.total} templates from the cache`;
    return `${work}; ms: ${spent.join(', ') || 'none'}`;
  } catch {
    return undefined;
  }
}
