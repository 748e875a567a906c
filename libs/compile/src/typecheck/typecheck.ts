import { dirname } from 'node:path';
import { done, quietly, type Outcome } from '@nx-conductor/core';
import type { Finding } from '../finding';
import { affectedBy } from './affected';
import { arrivalsIn } from './arrivals';
import { changesSince, type Changes } from './changes';
import { checkAffected } from './check-affected';
import { fullCheck } from './full';
import { keyOf, learn, readSources } from './learn';
import { loadKnown, saveKnown, type Known } from './known';
import { movedEnds } from './loose-ends';
import { nameOf, pathOf } from './paths';
import { renewed, retimed } from './renew';
import type { Resident } from './resident';
import type { TypecheckMachine, TypecheckReason, TypecheckRequest, TypecheckResult } from './request';
import { withSources } from './rows';
import { changedSurrounding, surroundingsOf } from './surroundings';

/**
 * Checks the types of a project. What it finds is what a full `tsc --noEmit` of the same TypeScript finds; how much of
 * the project is checked for it follows what changed since the last time:
 *
 *     nothing changed             nothing: the findings are those of last time
 *     sources changed             those, and the files that can see a changed declaration (`affected.ts`)
 *     anything else, or unsure    everything, and the reason is told
 *
 * `resident` keeps TypeScript at hand for the next check of a process that stays.
 *
 * Fails with `compiler-failed` when TypeScript cannot be run or breaks off; its findings are no failure.
 */
export async function typecheck(request: TypecheckRequest, machine: TypecheckMachine, resident?: Resident): Promise<Outcome<TypecheckResult>> {
  const { clock, disk } = machine;
  const begun: Begun = { at: clock.now(), elapsed: clock.elapsed() };
  const known = request.force ? undefined : loadKnown(disk, request.state);
  const judged = known === undefined ? all(request.force ? 'everything was asked for' : 'nothing is known of an earlier check', nameOf(request.root, request.tsConfig)) : await judge(known, request, machine);
  if (judged.kind === 'some' && isUnchanged(judged) && judged.changes.touched.size === 0) {
    return done(result('unchanged', judged.known.sources, 0, judged.known.findings, [], { read: clock.elapsed() - begun.elapsed, check: 0, write: 0 }));
  }
  // Asked for while the first part of the work is done, which only reads.
  const asked = Promise.allSettled([machine.beforeChecking?.()]);
  const allowed = async (): Promise<void> => {
    const [answer] = await asked;
    if (answer.status === 'rejected') throw answer.reason;
  };
  try {
    return await checkWhatChanged(judged, allowed, begun, request, machine, resident);
  } finally {
    // Whoever was asked must not answer to nobody.
    await asked;
  }
}

/** When a check began: milliseconds since the epoch, and of the clock that never goes back. */
interface Begun {
  readonly at: number;
  readonly elapsed: number;
}

async function checkWhatChanged(judged: Judged, allowed: () => Promise<void>, begun: Begun, request: TypecheckRequest, machine: TypecheckMachine, resident: Resident | undefined): Promise<Outcome<TypecheckResult>> {
  const { clock, disk } = machine;
  const read = clock.elapsed() - begun.elapsed;
  const inFull = async (why: readonly TypecheckReason[]): Promise<Outcome<TypecheckResult>> => {
    await allowed();
    return everything(why, read, begun.at, request, machine, resident);
  };
  if (judged.kind === 'all') return inFull(judged.why);
  const { changes, moved, known: kept } = judged;
  if (isUnchanged(judged)) {
    await allowed();
    const write = timed(machine, () => save(request, machine, retimed(kept, changes, begun.at)));
    return done(result('unchanged', kept.sources, 0, kept.findings, [], { read, check: 0, write }));
  }

  const affected = await affectedBy(changes, moved, kept, most(kept.sources), request, disk);
  if (affected.kind === 'all') return inFull([{ source: affected.source, reason: affected.reason }]);
  const rows = new Set([...affected.rows.keys()].sort((a, b) => a - b));
  await allowed();
  const check = await checkAffected(affected, changes, kept, request, machine, resident);
  if (check.kind === 'unsure') return inFull([{ source: check.source, reason: check.reason }]);
  const checked = clock.elapsed() - begun.elapsed - read;
  const why = [...rows].map((row) => ({ source: kept.names[row] as string, reason: affected.rows.get(row) as string }));
  // Nothing is known of the types while there is an error of syntax; the next check goes on from what was known before it.
  if (check.syntax) return done(result('affected', kept.sources, rows.size, check.findings, why, { read, check: checked, write: 0 }));
  const next = renewed(kept, changes, rows, check, begun.at, request, disk);
  if (next === undefined) return inFull([{ source: why[0]?.source ?? '.', reason: 'the last error of types is gone, and whether declarations can be emitted is not known of the other files' }]);
  const write = timed(machine, () => save(request, machine, next));
  return done(result('affected', next.sources, rows.size, next.findings, why, { read, check: checked, write }));
}

type Judged = { readonly kind: 'all'; readonly why: readonly TypecheckReason[] } | { readonly kind: 'some'; readonly changes: Changes; readonly moved: ReadonlyMap<number, string>; readonly known: Known };

/** Other stats at most. */
const isUnchanged = ({ changes, moved }: Judged & { kind: 'some' }): boolean => changes.changed.length === 0 && changes.gone.length === 0 && moved.size === 0;

const all = (reason: string, source: string): Judged & { kind: 'all' } => ({ kind: 'all', why: [{ source, reason }] });

/** What changed since the last check, or why that does not matter. */
async function judge(known: Known, request: TypecheckRequest, { disk }: TypecheckMachine): Promise<Judged> {
  const config = nameOf(request.root, request.tsConfig);
  if (known.key !== keyOf(request)) return all('another compiler or tsconfig was checked with before', config);
  const arrivals = arrivalsIn(known, request, disk);
  if (arrivals.kind === 'unsure') return all(arrivals.reason, arrivals.source);
  const packageJsons = Object.keys(known.surroundings).filter((name) => name.endsWith('package.json')).map((name) => pathOf(request.root, name));
  const surrounding = changedSurrounding(known.surroundings, surroundingsOf(request, packageJsons, request.sources, disk));
  if (surrounding !== undefined) return all('changed, and decides how the program is put together', surrounding);
  const grown = withSources(known, arrivals.added);
  const changes = await changesSince(grown, request, disk);
  const [declaration] = changes.declarations;
  if (declaration !== undefined) return all('is a declaration file that changed', grown.names[declaration] as string);
  const moved = movedEnds(grown.looseEnds, request.root, disk);
  const first = changes.changed[0]?.row ?? changes.gone[0];
  if (grown.settled === 'nothing' && (first !== undefined || moved.size > 0)) return all('changed, and the last check ended with errors of syntax or options, before it came to types', first === undefined ? config : (grown.names[first] as string));
  const rows = new Map<number, string>();
  if (moved.size > 0) for (const [row, name] of grown.names.entries()) if (moved.has(name) && !changes.gone.includes(row)) rows.set(row, moved.get(name) as string);
  return { kind: 'some', changes, moved: rows, known: grown };
}

/** Beyond this many of the sources a full check, which uses all processors, is sooner done. */
const most = (sources: number): number => Math.max(20, Math.floor(sources / 10));

async function everything(why: readonly TypecheckReason[], read: number, startedAt: number, request: TypecheckRequest, machine: TypecheckMachine, resident: Resident | undefined): Promise<Outcome<TypecheckResult>> {
  const { clock, disk } = machine;
  // What it holds is not what comes out of this.
  resident?.close();
  const begin = clock.elapsed();
  const before = readSources(request, disk);
  const check = await fullCheck(request, machine);
  if (!check.ok) return check;
  const checked = clock.elapsed();
  const known = await learn(check.value, before, startedAt, request, disk);
  if (known) save(request, machine, known);
  const total = known?.sources ?? before.size;
  return done(result('full', total, total, check.value.findings, why, { read, check: checked - begin, write: clock.elapsed() - checked }));
}

/** What is known makes the next check quick and decides nothing else: a disk that refuses it is no failure. */
function save({ mode, state }: TypecheckRequest, { disk }: TypecheckMachine, known: Known | undefined): void {
  if (mode === 'check' || known === undefined) return;
  quietly(() => {
    disk.makeDirectory(dirname(state));
    saveKnown(disk, state, known);
  });
}

function timed({ clock }: TypecheckMachine, action: () => void): number {
  const begin = clock.elapsed();
  action();
  return clock.elapsed() - begin;
}

const result = (mode: TypecheckResult['mode'], total: number, checked: number, findings: readonly Finding[], why: readonly TypecheckReason[], phases: TypecheckResult['phases']): TypecheckResult => ({ mode, files: { total, checked }, findings, why, phases });
