import type { Outcome } from '@nx-conductor/core';
import type { Artifact } from '@nx-conductor/outputs';
import { mends, type Config } from '../config/config';
import type { ConfigPlace } from '../config/read';
import type { RuleFile } from '../rules/find-rules';
import { rulingFor } from '../rules/load-ruling';
import type { Ruling } from '../rules/ruling';
import { keepJury } from '../validate/keep-jury';
import { judgeArtifacts, type Gated, type Lying } from './gate';
import { mendTexts, type Mended, type Unmended } from './mend';
import type { RuleTools } from './rule-tools';
import type { Run } from './run';

/** What rules do in a run of generate. */
export interface RunRules {
  /** Mends texts, in their order; undefined where nothing asks for it. */
  readonly mend: ((texts: readonly Unmended[]) => Promise<Outcome<readonly Mended[]>>) | undefined;
  /** Judges artifacts as they are to be written; undefined where nothing asks for it. */
  readonly judge: ((artifacts: readonly Artifact[], lying: Lying) => Promise<Outcome<Gated>>) | undefined;
  close(): void;
}

/** Rules as the configuration uses them; nothing is read or started before it is needed. */
export function rulesOfRun(run: Run, config: Config, place: ConfigPlace, files: readonly RuleFile[]): RunRules {
  const kept = run.options.jury ?? run.warm?.jury(() => keepJury(run.machine));
  const jury = kept ?? keepJury(run.machine);
  let loaded: Outcome<Ruling> | undefined;
  const tools: RuleTools = { jury, ruling: () => (loaded ??= rulingFor(config, place, files, run.reader, run.cache.checked)) };
  const { validate: gate = 'off', rules } = config;
  return {
    mend: mends(config) ? (texts) => mendTexts(run, rules?.fix ?? false, texts, tools) : undefined,
    judge: gate === 'off' ? undefined : (artifacts, lying) => judgeArtifacts(run, gate, artifacts, lying, tools),
    close: () => (kept ? undefined : jury.close()),
  };
}
