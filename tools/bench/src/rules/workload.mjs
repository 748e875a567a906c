import { ENTITIES } from '../../../corpus/src/domains.mjs';
import { FAULTS, KINDS } from '../../../corpus/src/make.mjs';
import { randomFrom } from '../../../corpus/src/random.mjs';
import { makeWorkload } from '../compile/workload.mjs';

const seed = 20_261_122;
/** Of a hundred files, how many are in each language. */
const shares = { typescript: 50, python: 30, sql: 20 };
/** One file in so many has a fault. */
const faulty = 50;

/**
 * Files such as generators write, in three languages. Half of the TypeScript is that of the program which compilers are
 * measured on; the rest is made by what makes the corpus of rules, with names of their own, so that no two are alike.
 * The same size gives the same bytes, everywhere and always.
 *
 * @param {number} size files
 * @returns {{ files: Map<string, string>, bytes: Record<string, number>, counts: Record<string, number> }} texts by path
 */
export function makeRuledFiles(size) {
  const random = randomFrom(seed);
  const files = new Map();
  const program = [...makeWorkload(Math.ceil((size * shares.typescript) / 200)).files];
  for (let index = 0; index < size; index += 1) {
    const language = languageAt(index);
    if (language === 'typescript' && index % 2 === 0 && program.length > 0) {
      const [path, text] = program.pop();
      files.set(path.replace(/^src/, 'generated/program'), text);
    } else {
      const { path, text } = makeFile(language, random, index);
      files.set(path, text);
    }
  }
  const tally = (amount) => Object.fromEntries(Object.keys(shares).map((language) => [language, [...files].filter(([path]) => languageOf(path) === language).reduce((sum, [, text]) => sum + amount(text), 0)]));
  return { files, bytes: tally((text) => Buffer.byteLength(text)), counts: tally(() => 1) };
}

/** @param {string} path */
export const languageOf = (path) => ({ ts: 'typescript', tsx: 'typescript', py: 'python', sql: 'sql' })[path.slice(path.lastIndexOf('.') + 1)];

/** Languages in turn, as their shares are, so that a prefix of the files is mixed like all of them. */
function languageAt(index) {
  const place = (index * 37) % 100;
  return place < shares.typescript ? 'typescript' : place < shares.typescript + shares.python ? 'python' : 'sql';
}

/** A file of the corpus's kinds; of several entities where the language lets them stand in one file. */
function makeFile(language, random, index) {
  const [, make, nameOf] = random.pick(KINDS[language]);
  const parts = language === 'sql' ? 2 + random.below(3) : 1;
  const texts = Array.from({ length: parts }, (_, part) => make(numbered(random.pick(ENTITIES), `${index}${'abcd'[part]}`), random));
  const spoilt = index % faulty === 0 ? random.pick(FAULTS[language]).put(texts[0]) : undefined;
  const name = nameOf(`part${index}`);
  return { path: `generated/${language}/${name}`, text: [spoilt ?? texts[0], ...texts.slice(1)].join('\n') };
}

const numbered = (entity, mark) => ({ ...entity, name: `${entity.name}${mark}`, owner: `${entity.owner}${mark}` });
