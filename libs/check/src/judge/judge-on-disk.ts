import type { Language } from '../language';
import type { Prepared } from '../match/prepare';
import { firstLook } from '../match/search';
import type { Verdict } from '../outcome/verdict';
import type { Engine } from '../parse/engine';
import { GRAMMARS } from '../parse/grammar';
import { judgeWith } from './judge-text';

/** A text that lies on disk, or did when it was read. */
export interface TextOnDisk {
  readonly path: string;
  readonly text: string;
}

/**
 * Judges many texts at a time, from where they lie: rules are compiled once for all of them, and parsing and the first look
 * happen in native threads. The verdicts are those of `judgeWith`. `judged` hears each as soon as it is known, in any order;
 * of a file that holds another text by now, or that ast-grep passes over, it hears nothing.
 */
export async function judgeOnDisk<F extends TextOnDisk>(engine: Engine, files: readonly F[], language: Language, rules: Prepared, judged: (file: F, verdict: Verdict) => void): Promise<void> {
  const waiting = new Map(files.map((file) => [file.path, file]));
  const { matcher, ...asked } = firstLook(rules, files.map(({ text }) => text), GRAMMARS[language]);
  const found: Parameters<Engine['findInFiles']>[3] = (path, nodes) => {
    const file = waiting.get(path);
    // Found by the look in every tree, and in front of all that is in it.
    const [root] = nodes;
    if (file === undefined || root === undefined || root.text() !== file.text) return;
    waiting.delete(path);
    judged(file, judgeWith(engine, file.text, language, rules, { ...asked, root, nodes }));
  };
  try {
    await engine.findInFiles(language, [...waiting.keys()], matcher, found);
  } catch {
    // One of the rules cannot be compiled: which one, it tells alone.
  }
}
