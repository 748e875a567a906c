import type { Failure, Outcome } from '@nx-conductor/core';
import { saveIndex } from '@nx-conductor/outputs';
import { optimizationsIn, settleOptimizations } from '../config/optimizations';
import { runCache, storeOf } from '../generate/cache';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { loadRuling } from '../rules/load-ruling';
import { proveRules } from '../rules/prove-rules';
import type { Ruling } from '../rules/ruling';
import { findFiles } from './files';
import { surveyGround, type Ground } from './ground';
import { judgeFiles, type FileToJudge, type Judged } from './judge-files';
import type { KeptJury } from './keep-jury';
import type { ValidateOptions } from './options';
import { placesOf } from './places';
import type { ValidateRun } from './result';
import { failuresOf, judgementOf } from './tell-judged';
import { joinVerdicts, saveVerdicts } from './verdict-file';

/** A run of `validate` that mends nothing. `begin` is called when there is something to judge: from there on it takes its time. */
export async function judgeProject(machine: Machine, edition: Edition, project: Project, options: ValidateOptions, jury: KeptJury, begin: () => void): Promise<Partial<ValidateRun>> {
  const { clock } = machine;
  const times = [clock.elapsed()];
  const begunAt = clock.now();
  const surveyed = surveyGround(machine, edition, project, options.cache !== false);
  if (!surveyed.ok) return { failures: surveyed.failures };
  const ground = surveyed.value;
  const settled = settleOptimizations(options, optimizationsIn(ground.config.text), machine.processors);
  const found = await findFiles(machine, project, ground, options.files);
  if (!found.ok) return { failures: found.failures, places: placesOf(machine.disk, project, ground, []) };
  const { files, missing } = found.value;
  const places = placesOf(machine.disk, project, ground, files.map(({ path }) => path));

  times.push(clock.elapsed());
  const cache = runCache(storeOf(machine, project), edition.build, { use: settled.cache, templates: false, results: false, readOnly: options.check || options.dryRun });
  let ruling: Outcome<Ruling> | undefined;
  const judged = await judgeFiles(files, {
    build: edition.build,
    known: ground.known,
    sameGround: ground.known.ground === ground.digest,
    force: options.force || !settled.incremental || !settled.cache,
    ruling: () => (ruling ??= loadRuling(project, ground.config, ground.rules, ground.reader, cache.checked)),
    jury() {
      begin();
      return jury.call(settled.parallel);
    },
    prove: (rules) => proveRules(rules, () => jury.call(settled.parallel), cache.checked),
  });
  if (!judged.ok) return { failures: judged.failures, places };

  times.push(clock.elapsed());
  const faults: Failure[] = [...(ruling?.ok ? ruling.value.faults : []), ...judged.value.faults];
  if (settled.cache && !options.check && !options.dryRun) save(machine, edition, project, ground, judged.value, faults.length + missing.length === 0, begunAt);
  times.push(clock.elapsed());
  const judgement = judgementOf(project, files, judged.value);
  const [start = 0, read = 0, judge = 0, end = 0] = times;
  return {
    ...judgement,
    places,
    warnings: missing,
    failures: [...faults, ...failuresOf(judgement, options.strict)],
    phases: { read: Math.round(read - start), judge: Math.round(judge - read), fix: 0, write: Math.round(end - judge) },
    why: options.explain ? reasons(project, files, judged.value) : [],
  };
}

/**
 * Leaves for the next run what spares it work. While a rule is broken, an artifact missing or a verdict one that cannot be
 * kept, the ground is not known: the next run looks at rules and manifest again, so that this is told again.
 */
function save({ disk }: Machine, edition: Edition, project: Project, { known, digest, index, reader }: Ground, { files, lasting, fresh }: Judged, sound: boolean, begunAt: number): void {
  const whole = [...files.values()].every(({ key }) => lasting.has(key));
  const ground = sound && whole ? digest : '';
  const same = fresh.size === 0 && known.ground === ground && known.files.size === files.size;
  if (!same) saveVerdicts(disk, project.verdicts, { ground, files, verdicts: joinVerdicts(known.verdicts, lasting) });
  const sources = reader.seen();
  const seen = sources.size === index.sources.size && [...sources].every(([key, file]) => index.sources.get(key) === file);
  if (!seen) saveIndex(disk, project.judged, { savedAt: begunAt, begunAt, build: edition.build, surroundings: '', files: new Map(), sources });
}

function reasons(project: Project, files: readonly FileToJudge[], { fresh }: Judged): { readonly file: string; readonly reason: string }[] {
  return [...fresh].map(([index, reason]) => ({ file: project.shown(`${project.root}/${files[index]?.path ?? ''}`), reason }));
}
