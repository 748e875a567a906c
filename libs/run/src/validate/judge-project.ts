import { done, type Failure, type Outcome } from '@nx-conductor/core';
import { optimizationsIn, settleOptimizations } from '../config/optimizations';
import { runCache, storeOf } from '../generate/cache';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import type { Ruling } from '../rules/ruling';
import { findFiles } from './files';
import { surveyGround, type Ground } from './ground';
import { heardFiles, putInPlace } from './heard';
import { judgeFiles, type FileToJudge, type Judged } from './judge-files';
import type { KeptJury } from './keep-jury';
import type { ValidateOptions } from './options';
import { placesOf } from './places';
import { prove, rulingOf } from './kept-rules';
import type { LastRun } from './recollection';
import type { ValidateRun } from './result';
import { recall } from './recall';
import { looksOf, saveRun } from './save';
import { failuresOf, judgementOf, shownBelow, toldFiles } from './tell-judged';
import { joinVerdicts } from './verdict-file';

/** A run of `validate` that mends nothing. `begin` is called when there is something to judge: from there on it takes its time. */
export async function judgeProject(machine: Machine, edition: Edition, project: Project, options: ValidateOptions, jury: KeptJury, begin: () => void): Promise<Partial<ValidateRun>> {
  const { clock } = machine;
  const { recollection } = options;
  const times = [clock.elapsed()];
  const begunAt = clock.now();
  const last = options.cache === false ? undefined : recollection?.last;
  const ahead = last && options.heard && options.ahead;
  // Until this run has come to its end: what it fails by is told in every run.
  if (recollection) {
    recollection.last &&= { ...recollection.last, ground: '' };
    recollection.narrow = false;
  }
  const surveyed = ahead ? done(ahead.ground) : surveyGround(machine, edition, project, options.cache !== false, last);
  if (!surveyed.ok) return { failures: surveyed.failures };
  const ground = surveyed.value;
  const settled = settleOptimizations(options, optimizationsIn(ground.config.text), machine.processors);
  const force = options.force || !settled.incremental || !settled.cache;
  const recalled = force || last || recollection || options.files.length > 0 ? undefined : recall(machine.disk, project, ground);
  if (recalled) {
    const judgement = judgementOf(recalled.told, 0);
    return { ...judgement, places: placesOf(machine.disk, project, ground, recalled.paths), failures: failuresOf(judgement, options.strict), phases: { read: Math.round(clock.elapsed() - (times[0] ?? 0)), judge: 0, fix: 0, write: 0 } };
  }
  const heard = force || options.files.length > 0 ? undefined : heardFiles(last, ground, options.heard);
  if (recollection) recollection.narrow = heard !== undefined;
  // Where nothing is known of any file, whoever judges them gets ready while they are read.
  if (!heard && options.files.length === 0 && (force || ground.known.files.size === 0) && ground.reader.digest(project.manifest) !== '') jury.call(settled.parallel).ready();
  const found = heard ? done({ files: heard, missing: [], absent: [] }) : await findFiles(machine, project, ground, options.files);
  if (!found.ok) return { failures: found.failures, places: placesOf(machine.disk, project, ground, []) };
  const { files, missing, absent } = found.value;

  times.push(clock.elapsed());
  const cache = runCache(storeOf(machine, project), edition.build, { use: settled.cache, templates: false, results: false, readOnly: options.check || options.dryRun });
  let ruling: Outcome<Ruling> | undefined;
  const judged = await judgeFiles(files, {
    build: edition.build,
    known: ground.known,
    sameGround: ground.known.ground === ground.text,
    force,
    ahead: ahead?.verdicts,
    ruling: () => (ruling ??= rulingOf(edition, project, ground, cache.checked, settled.cache ? recollection : undefined)),
    jury() {
      begin();
      return jury.call(settled.parallel);
    },
    prove: (rules) => prove(rules, () => jury.call(settled.parallel), cache.checked, settled.cache ? recollection : undefined),
  });
  if (!judged.ok) return { failures: judged.failures, places: heard && last ? last.places : placesOf(machine.disk, project, ground, files.map(({ path }) => path), absent) };

  times.push(clock.elapsed());
  const writes = settled.cache && !options.check && !options.dryRun;
  const { fresh } = judged.value;
  const faults: Failure[] = [...(ruling?.ok ? ruling.value.faults : []), ...judged.value.faults];
  const isSound = faults.length + missing.length === 0 && [...judged.value.files.values()].every(({ key }) => judged.value.lasting.has(key));
  let run: Pick<LastRun, 'told' | 'places'>;
  let changed: readonly string[] | undefined;
  if (last && heard) {
    changed = putInPlace(last, project, ground, files, judged.value);
    run = last;
    if (recollection) {
      recollection.last = isSound ? last : { ...last, ground: '' };
      // Saved when nobody waits.
      recollection.unsaved ||= changed.length > 0;
    }
  } else {
    if (writes) save(machine, edition, project, ground, judged.value, isSound, begunAt, recollection?.unsaved ?? false);
    const told = toldFiles(project, files, judged.value);
    run = { told, places: placesOf(machine.disk, project, ground, files.map(({ path }) => path), absent) };
    if (recollection) {
      if (last) changed = changedSince(last, files, judged.value);
      recollection.last = remembered(edition, ground, files, judged.value, run, isSound, begunAt);
      recollection.unsaved = false;
    }
  }
  times.push(clock.elapsed());
  const judgement = judgementOf(run.told, fresh.size);
  const [start = 0, read = 0, judge = 0, end = 0] = times;
  const shown = shownBelow(project);
  return {
    ...judgement,
    places: run.places,
    warnings: missing,
    failures: [...faults, ...failuresOf(judgement, options.strict)],
    phases: { read: Math.round(read - start), judge: Math.round(judge - read), fix: 0, write: Math.round(end - judge) },
    why: options.explain ? [...fresh].map(([index, reason]) => ({ file: shown(files[index]?.path ?? ''), reason })) : [],
    ...(changed === undefined ? {} : { changed: new Set(changed.map(shown)) }),
  };
}

/** What the next run of a watch begins with. */
function remembered(edition: Edition, { text, reader, known }: Ground, files: readonly FileToJudge[], judged: Judged, run: Pick<LastRun, 'told' | 'places'>, isSound: boolean, begunAt: number): LastRun {
  return {
    ...run,
    told: [...run.told],
    ground: isSound ? text : '',
    files: files.map(({ path, kinds }) => ({ path, kinds })),
    at: new Map(files.map(({ place = '' }, index) => [place, index])),
    verdicts: [...judged.verdicts],
    judged: new Map(judged.files),
    known: new Map(joinVerdicts(known.verdicts, judged.lasting)),
    index: looksOf(edition, begunAt, reader),
  };
}

/** Paths of files whose verdict is not the one that was known of them. */
function changedSince(last: LastRun, files: readonly FileToJudge[], { verdicts }: Judged): readonly string[] {
  return files.filter(({ place = '' }, index) => last.verdicts[last.at.get(place) ?? -1] !== verdicts[index]).map(({ path }) => path);
}

/**
 * Leaves for the next run what spares it work. While a rule is broken, an artifact missing or a verdict one that cannot be
 * kept, the ground is not known: the next run looks at rules and manifest again, so that this is told again.
 */
function save({ disk }: Machine, edition: Edition, project: Project, { known, text, index, reader }: Ground, { files, lasting, fresh }: Judged, isSound: boolean, begunAt: number, unsaved: boolean): void {
  const ground = isSound ? text : '';
  const sources = reader.seen();
  const isKnown = !unsaved && fresh.size === 0 && known.ground === ground && known.files.size === files.size;
  if (isKnown && sources.size === index.sources.size && [...sources].every(([key, file]) => index.sources.get(key) === file)) return;
  saveRun(disk, project, { ground, files, verdicts: joinVerdicts(known.verdicts, lasting) }, looksOf(edition, begunAt, reader));
}
