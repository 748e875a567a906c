import type { Files } from './files';

/**
 * A small codegen project with one of every input: a spec with a reference to another file, and a pattern with a
 * partial and helpers. It gives `generated/user.txt` and `generated/pet.txt`.
 */
export const SAMPLE: Files = {
  'libs/api/project.json': { name: 'api' },
  'libs/api/README.md': 'read me\n',
  'libs/api/conductor.json': { specs: [{ adapter: 'json-schema', path: 'spec/model.json' }], patterns: [{ use: 'plain', options: { title: 'A' } }] },
  'libs/api/spec/model.json': { $defs: { User: { type: 'object', properties: { pet: { $ref: 'pet.json' } } }, Pet: { $ref: 'pet.json' } } },
  'libs/api/spec/pet.json': { type: 'object', description: 'a pet' },
  'libs/other/project.json': { name: 'other' },
  'libs/other/README.md': 'read me\n',
  '.conductor/patterns/plain/pattern.json': {
    id: 'plain',
    helpers: 'helpers.js',
    options: { title: { type: 'string', default: '' } },
    outputs: [{ template: 'item.txt.ejs', forEach: 'definitions', to: '<%= item.key.toLowerCase() %>.txt' }],
  },
  '.conductor/patterns/plain/item.txt.ejs': "<%= options.title %> <%- include('partials/line', { item }) %> <%= shout(item.key) %>\n",
  '.conductor/patterns/plain/partials/line.ejs': 'line of <%= locals.item.key %>',
  '.conductor/patterns/plain/helpers.js': 'module.exports = () => ({ shout: (text) => text.toUpperCase() });\n',
  '.conductor/patterns/unused/pattern.json': { id: 'unused', outputs: [{ template: 'x.ejs', to: 'x.txt' }] },
  '.conductor/patterns/unused/x.ejs': 'x\n',
};

/** The sample's artifacts. */
export const SAMPLE_ARTIFACTS = ['pet.txt', 'user.txt'];

/** The `.gitignore` of people who do not commit generated code, and of those who do. */
export const GITIGNORE = {
  ignored: 'node_modules/\n.nx/\n.home/\n.conductor/cache/\n.conductor/runs/\ngenerated/\n.conductor/manifests/\n',
  committed: 'node_modules/\n.nx/\n.home/\n.conductor/cache/\n.conductor/runs/\n',
} as const;

/** What Nx prints for `api:generate` when it did not run the executor. */
export const HIT = /nx run api:generate[^[\n]*\[(local cache|existing outputs match the cache, left as is)\]/;
