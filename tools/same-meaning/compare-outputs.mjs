import { firstCodeDifference } from './minified.mjs';
import { firstTreeDifference } from './syntax-tree.mjs';

/**
 * @typedef {{ path: string } & import('./syntax-tree.mjs').Difference} OutputDifference
 *
 * Compares two sets of outputs by meaning: declarations as syntax trees, code after minifying, JSON by value. Source maps
 * are left out: two right maps of one file need not be equal.
 *
 * @param {ReadonlyMap<string, string>} ours
 * @param {ReadonlyMap<string, string>} theirs
 * @param {import('./canonical.mjs').Facts} facts
 * @returns {Promise<{ compared: { declarations: number, code: number, json: number }, differences: OutputDifference[] }>}
 */
export async function compareOutputs(ours, theirs, facts) {
  const compared = { declarations: 0, code: 0, json: 0 };
  const differences = [];
  for (const path of [...new Set([...ours.keys(), ...theirs.keys()])].sort()) {
    const kind = kindOf(path);
    if (kind === undefined) continue;
    const [left, right] = [ours.get(path), theirs.get(path)];
    if (left === undefined || right === undefined) {
      differences.push({ path, about: left === undefined ? 'only theirs' : 'only ours', ours: '', theirs: '' });
      continue;
    }
    compared[kind] += 1;
    const difference = await compareAs[kind](left, right, path, facts);
    if (difference) differences.push({ path, ...difference });
  }
  return { compared, differences };
}

const compareAs = {
  declarations: firstTreeDifference,
  code: firstCodeDifference,
  json: (ours, theirs) => (sameJson(ours, theirs) ? undefined : { about: 'JSON values', ours: ours.slice(0, 120), theirs: theirs.slice(0, 120) }),
};

function kindOf(path) {
  if (/\.d\.([^./]+\.)?[mc]?ts$/.test(path)) return 'declarations';
  if (/\.[mc]?jsx?$/.test(path)) return 'code';
  return path.endsWith('.json') ? 'json' : undefined;
}

function sameJson(ours, theirs) {
  return JSON.stringify(JSON.parse(ours)) === JSON.stringify(JSON.parse(theirs));
}
