import { chooseRules, digestOfRuleSet, languageOf, type Rule, type RuleSettings } from '@nx-conductor/check';
import type { Digest, Failure } from '@nx-conductor/core';

/** The rules for a file, with the severities that hold for it. */
export interface RuleSet {
  /** Of the file; undefined for one that is not parsed. */
  readonly language: string | undefined;
  readonly rules: readonly Rule[];
  readonly digest: Digest;
}

/** A file to find rules for. */
export interface Ruled {
  /** Relative to the project. */
  readonly path: string;
  /** Roles that its pattern gives it; undefined for a file that is no artifact. */
  readonly kinds: readonly string[] | undefined;
}

/** Which rules hold for which files of a project. */
export interface Ruling {
  readonly rules: readonly Rule[];
  readonly settings: RuleSettings;
  /** Rules that cannot be read; the others hold. */
  readonly faults: readonly Failure[];
}

/** The rules for each of some files, in their order. Files with the same rules share them. */
export function ruleSetsFor({ rules, settings }: Ruling, files: readonly Ruled[]): RuleSet[] {
  const { ruleSets, of } = chooseRules(rules, settings, files.map(({ path, kinds }) => ({ path, roles: kinds ?? [] })));
  const digests = ruleSets.map(digestOfRuleSet);
  return files.map(({ path }, index) => {
    const at = of[index] as number;
    return { language: languageOf(path), rules: ruleSets[at] as readonly Rule[], digest: digests[at] as Digest };
  });
}
