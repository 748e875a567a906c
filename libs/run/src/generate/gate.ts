import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { done, utf8Of, type Content, type Failure, type Outcome } from '@nx-conductor/core';
import type { Artifact, Observed } from '@nx-conductor/outputs';
import type { Gate } from '../config/config';
import { proveRules } from '../rules/prove-rules';
import { judgeFiles, type FileToJudge } from '../validate/judge-files';
import type { Judgement } from '../validate/result';
import { failuresOf, judgementOf, toldFiles } from '../validate/tell-judged';
import { joinVerdicts, NO_VERDICTS, readVerdicts, saveVerdicts } from '../validate/verdict-file';
import type { RuleTools } from './rule-tools';
import type { Run } from './run';

/** The contents of artifacts: those that may have to be written, and what lies on disk. */
export interface Lying {
  readonly contentOf: (path: string) => Content | undefined;
  readonly look: (path: string) => Observed;
}

/** What the gate says. */
export interface Gated {
  readonly judgement: Judgement;
  /** Keep the run from writing. */
  readonly failures: readonly Failure[];
  readonly warnings: readonly Failure[];
}

/**
 * Judges what is to be written, and what lies there already as it should; a hand edit that was kept is none of these.
 * Verdicts of earlier runs are used, and left for later ones.
 */
export async function judgeArtifacts(run: Run, gate: Exclude<Gate, 'off'>, artifacts: readonly Artifact[], { contentOf, look }: Lying, { ruling, jury }: RuleTools): Promise<Outcome<Gated>> {
  const { machine, project, options, cache } = run;
  const known = options.cache ? readVerdicts(machine.disk, project.verdicts) : NO_VERDICTS;
  const files = artifacts.flatMap(({ path, digest, kinds = [] }): FileToJudge[] => {
    const found = look(path);
    const lies = found.kind === 'file' && found.digest === digest;
    return lies || contentOf(path) !== undefined ? [{ path, digest, kinds, text: () => textOf(contentOf(path) ?? machine.disk.read(join(project.root, path))), place: lies ? join(project.root, path) : undefined }] : [];
  });
  const judged = await judgeFiles(files, {
    build: run.edition.build,
    known,
    sameGround: false,
    force: !options.incremental || !options.cache,
    ruling,
    jury: () => jury.call(options.parallel),
    prove: (rules) => proveRules(rules, () => jury.call(options.parallel), cache.checked),
  });
  if (!judged.ok) return judged;
  if (options.cache && !options.check && !options.dryRun && judged.value.fresh.size > 0) {
    saveVerdicts(machine.disk, project.verdicts, { ground: '', files: judged.value.files, verdicts: joinVerdicts(known.verdicts, judged.value.lasting) });
  }
  const loaded = ruling();
  const judgement = judgementOf(toldFiles(project, files, judged.value), judged.value.fresh.size);
  const told = [...(loaded.ok ? loaded.value.faults : []), ...judged.value.faults, ...failuresOf(judgement, false, gate !== 'error')];
  return done({ judgement, failures: gate === 'error' ? told : [], warnings: gate === 'error' ? [] : told });
}

const textOf = (content: Content | undefined): string | undefined => (typeof content === 'string' || content === undefined ? content : isUtf8(content) ? utf8Of(content) : undefined);
