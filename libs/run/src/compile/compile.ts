import { join } from 'node:path';
import { compile, lookAhead, type Ahead, type CompileResult } from '@nx-conductor/compile';
import type { Failure } from '@nx-conductor/core';
import type { Edition, Machine } from '../host';
import { holdLate, type LateHold } from '../lock/hold-late';
import { stampOf } from '../lock/stamp';
import type { Project } from '../project/project';
import { concludeCompile } from '../records/conclude';
import { startRecord, type RunRecord } from '../records/record';
import { failureOf, refusalsAsFailures } from './failures';
import type { CompileOptions } from './options';
import { prepareCompile, type Prepared } from './request';
import { NOTHING_COMPILED, type CompileRun } from './result';

/**
 * Emits the sources of one project. Never throws for bad input or a disk that refuses: these are failures in the
 * result. Most runs find that nothing changed, and need no lock for that. Any other works under it, also one that only shows
 * what it would do: of a folder that another run is half through with, that would be wrong.
 */
export async function compileProject(machine: Machine, edition: Edition, project: Project, options: CompileOptions): Promise<CompileRun> {
  const started = machine.clock.elapsed();
  const record = startRecord(machine, edition, project, 'compile', { record: options.record !== false && !options.check && !options.dryRun, onEvent: options.onEvent });
  const findings = await refusalsAsFailures<CompileRun>(project, async () => {
    const compiled = await holdLate(machine, project, options.onWait, (hold) => compileHeld(machine, edition, project, options, record, hold));
    return compiled.ok ? compiled.value : { failures: compiled.failures };
  });
  const result = { ...NOTHING_COMPILED, ...findings, project: project.name, durationMs: Math.round(machine.clock.elapsed() - started) };
  concludeCompile(record, result);
  return result;
}

async function compileHeld(machine: Machine, edition: Edition, project: Project, options: CompileOptions, record: RunRecord, hold: LateHold | undefined): Promise<Partial<CompileRun>> {
  const started = machine.clock.elapsed();
  options.onProgress?.({ phase: 'compile' });
  if (options.check || options.dryRun) await hold?.take(() => true);
  const generated = stampOf(machine.disk, [project.manifest, project.intent]);
  let made = '';
  let ahead: Ahead | undefined;
  try {
    const prepared = await prepareCompile(machine, edition, project, options, (manifest, parallel) => {
      made = stampOf(machine.disk, [manifest]);
      ahead = lookAhead(machine, project.root, manifest, parallel);
    });
    if (!prepared.ok) return { failures: prepared.failures };
    return await compilePrepared(machine, project, options, record, hold, prepared.value, { started, generated, made, ahead });
  } finally {
    await ahead?.close();
  }
}

/** What was seen before the sources were looked for: the time, and the stamps of what `generate` and the last compile made. */
interface Seen {
  readonly started: number;
  readonly generated: string;
  readonly made: string;
  readonly ahead: Ahead | undefined;
}

async function compilePrepared(machine: Machine, project: Project, options: CompileOptions, record: RunRecord, hold: LateHold | undefined, prepared: Prepared, { started, generated, made, ahead }: Seen): Promise<Partial<CompileRun>> {
  const { request, warnings, places } = prepared;
  const read = machine.clock.elapsed() - started;
  const unchanged = () => stampOf(machine.disk, [project.manifest, project.intent]) === generated && stampOf(machine.disk, [request.manifest]) === made;
  const beforeWriting = async (): Promise<void> => {
    record.begin();
    await hold?.take(unchanged);
  };
  const compiled = await compile(request, { ...machine, onEmitted: options.onProgress && ((sources) => options.onProgress?.({ phase: 'compile', sources })), beforeWriting }, ahead);
  if (!compiled.ok) return { failures: compiled.failures, warnings, places };
  const result = compiled.value;
  const findings = result.findings.map((finding) => ({ ...finding, file: project.shown(join(project.root, finding.file)) }));
  const changes = options.check || options.dryRun ? result.changes.map((change) => ({ ...change, path: project.shown(change.path) })) : [];
  const { phases } = result;
  return {
    sources: result.sources,
    outputs: result.outputs,
    why: result.why,
    findings,
    changes,
    phases: { read: Math.round(read + phases.read), emit: Math.round(phases.emit), write: Math.round(phases.write) },
    warnings,
    places,
    failures: [...failureOf(findings, 'compile-failed'), ...(options.check ? staleness(project, request.options.outDir, result) : [])],
  };
}

function staleness(project: Project, outDir: string, { changes }: CompileResult): Failure[] {
  if (changes.length === 0) return [];
  const folder = project.shown(project.root);
  return [{ code: 'stale', what: 'outputs', place: { file: project.shown(outDir) }, changes: changes.length, repair: folder === '.' ? 'conductor compile' : `conductor compile ${folder}` }];
}
