import { relative, sep } from 'node:path';
import { DiskError, done, failed, nodeCrypto, type Disk, type Outcome } from '@nx-conductor/core';
import { emitBesides, verifyBesides } from './emit/besides';
import { engineVersions } from './emit/versions';
import { mergeDone, nothingDone, type Done, type Work } from './emit/work';
import type { Finding } from './finding';
import type { CompileMachine } from './machine';
import { collisions } from './plan/collisions';
import { beginWith, type Beginning, type OwnedOutput } from './plan/previous';
import { State } from './plan/state';
import { entriesOf, entryOutputs, kindOf } from './records/entries';
import { keyOf, type RecordKey } from './records/key';
import { clearTemporary, readManifest, saveManifest } from './records/manifest';
import { forget, outputBit } from './records/table';
import type { CompileRequest } from './request';
import type { CompileResult } from './result';
import { tell } from './tell';
import type { Ahead } from './threads/ahead';
import { gatherCrew, type Crew } from './threads/crew';
import { emitRest, hasWhole, markWhole } from './whole/rest';
import { clearWhole } from './whole/tsc';
import { claim } from './write/claim';
import { removeOutputs } from './write/remove';

/**
 * Brings the outputs of a project up to date: compiles exactly the sources of which something has changed since the
 * manifest was saved, makes again what was deleted or edited, removes what no source has any more. A source with an
 * error has no outputs; those of the others are right. The caller holds the lock of the project, from when it is asked
 * for it by `beforeWriting` on.
 *
 * The manifest comes last. Outputs are written in place, so a run that is killed can leave a torn one: the next finds
 * it by its digest. Outputs that no manifest lists yet are listed before they are made. `ahead` looks at the last compile
 * already.
 */
export async function compile(request: CompileRequest, machine: CompileMachine, ahead?: Ahead): Promise<Outcome<CompileResult>> {
  try {
    return done(await bringUpToDate(request, machine, ahead));
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return failed({ code: 'disk', place: { file: error.path }, operation: error.operation, errno: error.errno });
  }
}

async function bringUpToDate(request: CompileRequest, machine: CompileMachine, ahead: Ahead | undefined): Promise<CompileResult> {
  const crew = gatherCrew({ ...machine, startThread: ahead?.startThread ?? machine.startThread }, () => request.parallel, request.sources.length);
  try {
    return await workWith(crew, request, machine, ahead);
  } finally {
    await crew.close();
  }
}

async function workWith(crew: Crew, request: CompileRequest, machine: CompileMachine, ahead: Ahead | undefined): Promise<CompileResult> {
  const { disk, clock } = machine;
  const writes = request.mode === 'write';
  const started = clock.elapsed();
  const key = keyOf(request, engineVersions(disk, request.fallback));
  const names = entriesOf(request);
  const beginning = beginWith(ahead?.found ?? readManifest(disk, request.manifest), key, names, request.force, crew.shares, ahead?.ground);
  const looking = beginning.table === ahead?.ground?.table ? ahead : undefined;
  if (!looking) await ahead?.stop();
  const { program } = beginning;
  const colliding = beginning.samePaths && !beginning.states.includes(State.again) ? NONE : collisions(names, key.layout, relative(request.root, request.manifest).replaceAll(sep, '/'));
  const work = workOf(request, machine.platform, beginning, key, disk.stat(request.options.outDir) === undefined && disk.stat(request.options.declarationDir) === undefined);
  const refreshed = verifyBesides(disk, work, request) + (await (looking ? looking.join(disk) : crew.verify(work)));
  markWhole(disk, work, beginning);
  const verified = clock.elapsed();
  const todo = entriesToDo(work, colliding);
  const somethingToDo = todo.length + colliding.size + refreshed + beginning.removedOutputs.length + beginning.removedEntries.length > 0 || beginning.overall !== undefined;
  if (writes && somethingToDo) {
    const allowed = machine.beforeWriting?.();
    // Whatever is done now takes digests; it is loaded while the lock is waited for.
    nodeCrypto();
    await allowed;
    clearLeftovers(disk, request);
  }

  const removal = { root: request.root, fences: work.fences, onlyOurs: sharesFolder(key), writes };
  const removed = removeOutputs(disk, beginning.removedOutputs, removal);
  if (writes && todo.length > 0) claim(disk, request.manifest, { key, savedAt: 0, table: work.table, program }, work.states);
  const alone = await emit(crew, request, machine, work, todo);
  const { done: made, program: now } = await emitRest(request, machine, work, alone);
  const refused = [...made.failed, ...made.mendable, ...colliding.keys()];
  const emitted = clock.elapsed();

  removed.push(...removeOutputs(disk, refused.flatMap((entry) => outputsNoted(work, entry)), removal));
  for (const entry of refused) forget(work.table, entry);
  const dirty = refreshed + made.refreshed + made.compiled.length + refused.length + removed.length + beginning.removedEntries.length > 0 || beginning.overall !== undefined;
  if (writes && dirty) saveManifest(disk, request.manifest, { key, savedAt: clock.now(), table: work.table, program: now ?? (hasWhole(work) ? program : undefined) });
  const phases = { read: verified - started, emit: emitted - verified, write: clock.elapsed() - emitted };
  return tell(work, beginning, made, [...colliding.values()], removed, refused.length, phases);
}

/** What a run left that was killed. */
function clearLeftovers(disk: Disk, request: CompileRequest): void {
  clearTemporary(disk, request.manifest);
  if (request.fallback) clearWhole(request, disk);
}

const NONE: ReadonlyMap<number, Finding> = new Map();

function workOf(request: CompileRequest, platform: string | undefined, beginning: Beginning, key: RecordKey, fresh: boolean): Work {
  const { table, states, savedAt } = beginning;
  return { root: request.root, layout: key.layout, table, states, savedAt, options: request.options, platform, mends: request.fallback !== undefined, writes: request.mode === 'write', fresh, marks: new Uint8Array(states.buffer instanceof SharedArrayBuffer ? new SharedArrayBuffer(states.length) : new ArrayBuffer(states.length)), fences: [request.options.outDir, request.options.declarationDir] };
}

/** Sources and outputs lie side by side. */
const sharesFolder = ({ layout: { rootDir, outDir, declarationDir } }: RecordKey): boolean => [outDir, declarationDir].some((folder) => folder === '' || folder === rootDir || rootDir.startsWith(`${folder}/`));

function entriesToDo({ states }: Work, colliding: ReadonlyMap<number, Finding>): number[] {
  const todo: number[] = [];
  for (let entry = 0; entry < states.length; entry++) if (states[entry] !== State.fine && !colliding.has(entry)) todo.push(entry);
  return todo;
}

async function emit(crew: Crew, request: CompileRequest, { disk }: CompileMachine, work: Work, todo: readonly number[]): Promise<Done> {
  if (todo.length === 0) return nothingDone();
  const isSource = (entry: number) => kindOf(work.table.names[entry] as string) === 'source';
  const besides = emitBesides(disk, work, request, todo.filter((entry) => !isSource(entry)));
  const sources = todo.filter(isSource);
  return mergeDone([besides, await crew.emit(work, sources)]);
}

/** Outputs that are noted of an entry. */
function outputsNoted({ table, layout }: Work, entry: number): OwnedOutput[] {
  const flags = table.flags[entry] as number;
  const paths = entryOutputs(table.names[entry] as string, layout) ?? [];
  return paths.flatMap((path, slot) => (path !== undefined && (flags & outputBit(slot + 1)) !== 0 ? [{ path, wrote: () => true }] : []));
}
