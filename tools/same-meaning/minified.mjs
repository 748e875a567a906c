import { transform } from 'esbuild';
import { canonicalCode } from './canonical.mjs';
import { excerpt } from './syntax-tree.mjs';

/**
 * The first place at which two JavaScript files differ after both were minified: layout, comments, quotes, names that
 * only the file sees, and ways to write the same value are gone then, and constructs of TypeScript have one form.
 *
 * @param {string} ours
 * @param {string} theirs
 * @param {string} path its ending says how to parse
 * @param {import('./canonical.mjs').Facts} facts
 * @returns {Promise<import('./syntax-tree.mjs').Difference | undefined>} undefined when they are equal
 */
export async function firstCodeDifference(ours, theirs, path, facts) {
  const [left, right] = await both(ours, theirs, path, { names: true, facts });
  if (left === right) return undefined;
  // Other names for what only the file sees are no difference. What is shown has the names that people gave.
  const [short, shorter] = await both(ours, theirs, path, { names: false, facts });
  if (short === shorter) return undefined;
  const at = firstDiffering(left, right);
  return { about: 'minified code', ours: excerpt(left, at), theirs: excerpt(right, at) };
}

function both(ours, theirs, path, how) {
  return Promise.all([minified(ours, path, how), minified(theirs, path, how)]);
}

async function minified(text, path, { names, facts }) {
  try {
    const { code } = await transform(canonicalCode(text, path, facts), { minifyWhitespace: true, minifySyntax: true, minifyIdentifiers: !names, loader: path.endsWith('x') ? 'jsx' : 'js', jsx: 'preserve', legalComments: 'none', target: 'esnext', logLevel: 'silent' });
    return code;
  } catch (error) {
    return `does not parse: ${error.errors?.[0]?.text ?? error.message}`;
  }
}

function firstDiffering(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
