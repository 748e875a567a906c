import { makeAdversarial } from './adversarial.mjs';
import { BY_HAND } from './by-hand.mjs';
import { makeFiles } from './make.mjs';
import { randomFrom } from './random.mjs';

/**
 * All files of the corpus for a seed, and the text of `labels.json`: a line for each file, in order of paths.
 * @param {number} seed @param {(path: string) => string} read  a file that was made by hand
 */
export function labelled(seed, read) {
  const files = [
    ...BY_HAND.map((label) => ({ ...label, text: read(label.path), class: classOf(label) })),
    ...makeFiles(seed).map((file) => ({ ...file, class: file.path.split('/')[0] })),
    ...makeAdversarial(randomFrom(seed + 1)).map((file) => ({ ...file, class: file.faults.length === 0 ? 'good' : 'adversarial' })),
  ].sort((left, right) => (left.path < right.path ? -1 : 1));
  const lines = files.map(({ path, class: kind, role, faults }) => `    ${JSON.stringify({ path, class: kind, ...(role ? { role } : {}), faults })}`);
  return { files, labels: `{\n  "seed": ${seed},\n  "files": [\n${lines.join(',\n')}\n  ]\n}\n` };
}

const classOf = ({ faults }) => (faults.length === 0 ? 'good' : 'adversarial');
