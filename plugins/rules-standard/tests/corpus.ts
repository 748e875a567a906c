import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseRules, judgeWith, knownLanguage, languageOf, prepare, type Engine, type Prepared, type Rule, type Verdict } from '@nx-conductor/check';

const CORPUS = join(__dirname, '..', '..', '..', 'tools', 'corpus');

export const CLASSES = ['good', 'one-fault', 'several-faults', 'adversarial'] as const;

/** A line of `labels.json`. */
export interface Label {
  readonly path: string;
  readonly class: (typeof CLASSES)[number];
  readonly role?: string;
  /** `style`: a matter of taste that is told and decides nothing, by what the packs promise. */
  readonly faults: readonly { readonly what: string; readonly line?: number; readonly local?: boolean; readonly style?: boolean }[];
}

/** A file of a corpus, with the rules that hold for it. */
export interface Sample {
  /** Absolute. */
  readonly path: string;
  readonly label: Label;
  readonly text: string;
  readonly language: string | undefined;
  readonly rules: readonly Rule[];
}

/** The folders of the corpora: that which rules were written by, and those that were written without a look at them. */
export type Folder = '.' | (typeof HELD_OUT)[number];
export const HELD_OUT = ['held-out/first', 'held-out/second', 'held-out/third'] as const;

/** All files of the corpus, or of the one in a folder of it. */
export function corpus(rules: readonly Rule[], folder: Folder = '.'): Sample[] {
  const home = join(CORPUS, folder);
  const { files } = JSON.parse(readFileSync(join(home, 'labels.json'), 'utf8')) as { files: Label[] };
  const choice = chooseRules(rules, {}, files.map(({ path, role }) => ({ path, ...(role === undefined ? {} : { roles: [role] }) })));
  return files.map((label, index) => ({ label, path: join(home, label.path), text: readFileSync(join(home, label.path), 'utf8'), language: languageOf(label.path), rules: choice.ruleSets[choice.of[index] as number] as readonly Rule[] }));
}

/** The verdicts on files, in their order. Rules are made ready once for all files that they hold for. */
export function judgedAll(engine: Engine, samples: readonly Sample[]): Verdict[] {
  const ready = new Map<readonly Rule[], Map<string | undefined, Prepared>>();
  return samples.map(({ text, language, rules }) => {
    const byLanguage = ready.get(rules) ?? new Map<string | undefined, Prepared>();
    ready.set(rules, byLanguage);
    const prepared = byLanguage.get(language) ?? prepare(rules, knownLanguage(language));
    byLanguage.set(language, prepared);
    return judgeWith(engine, text, language, prepared);
  });
}
