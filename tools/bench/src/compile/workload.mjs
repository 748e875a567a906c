import { classModule, functionModule, modelModule } from './modules.mjs';
import { seededRandom } from './random.mjs';

const seed = 20_261_121;
/** Files of one part. A file imports from its own part and from the first one, as generated code does from what all share. */
const perFolder = 100;
/** How many files import the one whose type is changed. */
export const dependents = 20;

/**
 * A program such as a generator writes: interfaces, classes and functions, a module each, all of them annotated, every
 * one with imports of earlier ones. The same size gives the same bytes, everywhere and always.
 *
 * @typedef {object} Workload
 * @property {Map<string, string>} files texts by path
 * @property {number} bytes of all of them
 * @property {(round: number) => [path: string, text: string]} bodyChanged another constant in the body of one function;
 *   each round another text
 * @property {(round: number) => [path: string, text: string]} typeChanged an optional property more in an interface that
 *   exactly {@link dependents} files import, which no file imports in turn
 *
 * @param {number} size files
 * @returns {Workload}
 */
export function makeWorkload(size) {
  const random = seededRandom(seed);
  const files = new Map();
  const modules = [];
  const importers = new Set(spread(size, dependents));
  for (let index = 0; index < size; index += 1) {
    const earlier = neighbours(random, modules);
    if (importers.has(index)) earlier.push(modules[0]);
    const module = kinds[index % kinds.length]({ index, name: `${random.pick(words)}${random.pick(nouns)}${index}`, earlier, random });
    modules.push({ ...module, path: pathOf(index), isLeaf: importers.has(index) });
    files.set(pathOf(index), module.text((other) => specifier(pathOf(index), other.path)));
  }
  const body = modules.findIndex(({ constant }, index) => constant && index > size / 2);
  return {
    files,
    bytes: [...files.values()].reduce((sum, text) => sum + text.length, 0),
    bodyChanged: (round) => [pathOf(body), files.get(pathOf(body)).replace(modules[body].constant, `${modules[body].constant} + ${round}`)],
    typeChanged: (round) => [pathOf(0), files.get(pathOf(0)).replace(/^export interface \w+ \{$/m, `$&\n  readonly addedInRound${round}?: string;`)],
  };
}

/** The first module is the one with the type to change; it is a model and imports nothing. */
const kinds = [modelModule, functionModule, modelModule, classModule];

const words = ['Active', 'Billing', 'Cached', 'Default', 'External', 'Final', 'Global', 'Hosted', 'Internal', 'Linked', 'Managed', 'Nested', 'Open', 'Pending', 'Remote', 'Shared', 'Tracked', 'Verified'];
const nouns = ['Account', 'Balance', 'Channel', 'Device', 'Event', 'File', 'Group', 'Invoice', 'Job', 'Key', 'Limit', 'Member', 'Node', 'Order', 'Policy', 'Quota', 'Record', 'Session', 'Token', 'User'];

/**
 * Two to five earlier modules, none twice. Never the first, whose importers are counted, and never one of these: a
 * change in it ends with them.
 */
function neighbours(random, modules) {
  const own = modules.length - (modules.length % perFolder);
  const near = modules.filter(({ isLeaf }, index) => index > 0 && (index < perFolder || index >= own) && !isLeaf);
  const wanted = Math.min(2 + random.below(4), near.length);
  const found = new Set();
  while (found.size < wanted) found.add(random.pick(near));
  return [...found];
}

function spread(size, count) {
  return Array.from({ length: count }, (_, index) => 1 + Math.floor(((size - 1) * (index + 0.5)) / count));
}

function pathOf(index) {
  return `src/part-${String(Math.floor(index / perFolder)).padStart(3, '0')}/module-${String(index).padStart(5, '0')}.ts`;
}

function specifier(from, to) {
  const [folder, name] = to.slice('src/'.length, -'.ts'.length).split('/');
  return from.split('/')[1] === folder ? `./${name}` : `../${folder}/${name}`;
}
