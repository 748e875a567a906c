import { loadEngine } from '@nx-conductor/check';
import { unifiedDiff } from '@nx-conductor/outputs';
import { corpus, HELD_OUT } from './corpus';
import { cellsOf, decided, falselyRejected, figures, judgeAll, languageName, type Judgement, type Row } from './figures';
import { standardRules } from './packs';
import { isMended, singleFaults } from './single-faults';

/** What the packs come to on the corpora; `tools/corpus` prints it. Cells of tables, the head first. */
export interface Measured {
  readonly seen: readonly string[][];
  readonly heldOut: readonly HeldOut[];
  readonly fixes: readonly string[][];
  readonly aims: readonly { readonly what: string; readonly aim: string; readonly is: string; readonly met: boolean }[];
}

/** A corpus that was written without a look at the rules. */
export interface HeldOut {
  /** In the folder of the corpora. */
  readonly folder: string;
  readonly table: readonly string[][];
  /** Its files that came out otherwise than they are, with why. */
  readonly misses: readonly string[];
}

/**
 * Measures all that the corpora tell.
 *
 * @param tokens how many tokens a language model takes for a text
 */
export function measure(tokens: (text: string) => number): Measured {
  const engine = loadEngine();
  const { rules } = standardRules();
  const seen = figures(judgeAll(engine, corpus(rules)));
  const held = HELD_OUT.map((folder) => ({ folder, judgements: judgeAll(engine, corpus(rules, folder)) }));
  const approvedHeld = held.flatMap(({ judgements }) => figures(judgements).at(-1)?.falseApprovals ?? []).length;
  const fixes = singleFaults(engine, corpus(rules)).map((mended) => ({ language: languageName(mended.label.path), mended: isMended(mended), ...tokensOf(mended, tokens) }));
  const all = seen.at(-1) as Row;
  const mendedShare = fixes.filter(({ mended }) => mended).length;
  return {
    seen: cellsOf(seen),
    heldOut: held.map(({ folder, judgements }) => ({ folder, table: cellsOf(figures(judgements)), misses: missesOf(judgements) })),
    fixes: [
      ['files with one fault', 'number', 'mended', 'tokens: whole files', 'tokens: patches', 'patch / file', 'tokens: text put in place', 'asked of a model'],
      ...['TypeScript', 'Python', 'SQL'].map((language) => fixRow(language, fixes.filter((fix) => fix.language === language))),
      fixRow('all', fixes),
    ],
    aims: [
      { what: 'files with a fault that are approved', aim: '0', is: String(all.falseApprovals.length), met: all.falseApprovals.length === 0 },
      { what: 'files decided without a model', aim: '≥ 70 %', is: `${decided(all).toFixed(1)} %`, met: decided(all) >= 70 },
      { what: 'good files that are rejected', aim: '≤ 3 %', is: `${falselyRejected(all).toFixed(1)} %`, met: falselyRejected(all) <= 3 },
      { what: 'files with one fault that a fix mends', aim: '≥ 95 %', is: `${mendedShare} of ${fixes.length}`, met: mendedShare >= 0.95 * fixes.length },
      { what: 'held-out files with a fault that are approved', aim: '0', is: String(approvedHeld), met: approvedHeld === 0 },
    ],
  };
}

/** What came out otherwise than it is, a sentence for each file. */
function missesOf(judgements: readonly Judgement[]): string[] {
  return judgements.flatMap(({ label: { path, faults }, verdict: { outcome, findings, doubts } }) => {
    const wanted = faults.length === 0 ? 'approved' : 'rejected';
    if (outcome === wanted || (outcome === 'approved' && faults.every(({ style }) => style === true))) return [];
    const why = [...new Set([...findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule), ...doubts.map(({ code }) => code)])];
    return [`${path} (label: ${faults.length === 0 ? 'good' : faults.map(({ what }) => what).join('; ')}): ${outcome}${why.length > 0 ? `, by ${why.join(', ')}` : ''}`];
  });
}

interface Tokens {
  readonly file: number;
  readonly patch: number;
  readonly put: number;
}

/** Of the mended file, of a unified diff that leads to it, and of the texts alone that the edits put in place. */
function tokensOf({ label, text, fixed }: ReturnType<typeof singleFaults>[number], tokens: (text: string) => number): Tokens {
  const put = fixed.applied.reduce((sum, { fix }) => sum + (fix === undefined || fix.text === '' ? 0 : tokens(fix.text)), 0);
  return { file: tokens(fixed.text), patch: tokens(unifiedDiff(label.path, text, fixed.text)), put };
}

function fixRow(name: string, fixes: readonly (Tokens & { readonly mended: boolean })[]): string[] {
  const sum = (of: keyof Tokens) => fixes.reduce((total, fix) => total + fix[of], 0);
  const [file, patch] = [sum('file'), sum('patch')];
  return [name, String(fixes.length), String(fixes.filter(({ mended }) => mended).length), String(file), String(patch), `${((100 * patch) / file).toFixed(0)} %`, String(sum('put')), '0'];
}
