import { join } from 'node:path';
import { findSources, readTsconfig, resolveEmitOptions, typecheck, type Resident, type TypecheckRequest, type TypecheckResult } from '@nx-conductor/compile';
import { digestOf, done, failed, type Outcome } from '@nx-conductor/core';
import { settleOptimizations, type AskedOptimizations } from '../config/optimizations';
import { CONFIG_FILE } from '../config/read';
import type { OnProgress } from '../generate/progress';
import type { Edition, Machine } from '../host';
import { holdLate, type LateHold } from '../lock/hold-late';
import { stampOf } from '../lock/stamp';
import type { Project } from '../project/project';
import { concludeTypecheck } from '../records/conclude';
import { startRecord, type RecordOptions, type RunRecord } from '../records/record';
import { codegenConfig } from './codegen-config';
import { failureOf, noSources, refusalsAsFailures } from './failures';
import { madeNone } from './made-none';
import { namesFrom } from './names';
import type { Places } from './places';
import type { TypecheckRun } from './result';
import { tsconfigOf } from './tsconfig-path';
import { findTypeScript } from './typescript';

/** What people ask of one run of `typecheck`. */
export interface TypecheckOptions extends AskedOptimizations, RecordOptions {
  /** The folder that paths are relative to. Absolute. */
  readonly from: string;
  /** Leave no state behind. */
  readonly check: boolean;
  /** Check everything, whatever is known of it. */
  readonly force: boolean;
  readonly tsConfig?: string | undefined;
  readonly onWait?: ((holder: string) => void) | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** TypeScript as it is kept between the runs of a watch. Whoever made it closes it. */
  readonly resident?: Resident | undefined;
}

/** Checks the types of one project. Never throws for bad input or a disk that refuses: these are failures in the result. */
export async function typecheckProject(machine: Machine, edition: Edition, project: Project, options: TypecheckOptions): Promise<TypecheckRun> {
  const started = machine.clock.elapsed();
  const record = startRecord(machine, edition, project, 'typecheck', { record: options.record !== false && !options.check, onEvent: options.onEvent });
  const findings = await refusalsAsFailures<TypecheckRun>(project, async () => {
    const held = await holdLate(machine, project, options.onWait, (hold) => typecheckHeld(machine, edition, project, options, record, hold));
    return held.ok ? held.value : { failures: held.failures };
  });
  const result: TypecheckRun = {
    mode: 'unchanged',
    phases: { read: 0, check: 0, write: 0 },
    files: { total: 0, checked: 0 },
    findings: [],
    why: [],
    failures: [],
    ...findings,
    project: project.name,
    durationMs: Math.round(machine.clock.elapsed() - started),
  };
  concludeTypecheck(record, result);
  return result;
}

async function typecheckHeld(machine: Machine, edition: Edition, project: Project, options: TypecheckOptions, record: RunRecord, hold: LateHold | undefined): Promise<Partial<TypecheckRun>> {
  const started = machine.clock.elapsed();
  options.onProgress?.({ phase: 'typecheck' });
  if (options.check) await hold?.take(() => true);
  const generated = stampOf(machine.disk, [project.manifest, project.intent]);
  const prepared = requestOf(machine, edition, project, options);
  if (!prepared.ok) return { failures: prepared.failures };
  const { request, places } = prepared.value;
  if (request === undefined) return { places };
  const read = machine.clock.elapsed() - started;
  options.onProgress?.({ phase: 'typecheck', files: request.sources.length });
  const known = stampOf(machine.disk, [request.state]);
  const unchanged = () => stampOf(machine.disk, [project.manifest, project.intent]) === generated && stampOf(machine.disk, [request.state]) === known;
  const beforeChecking = async (): Promise<void> => {
    record.begin();
    if (!options.check) await hold?.take(unchanged);
  };
  const checked: Outcome<TypecheckResult> = await typecheck(request, { ...machine, beforeChecking }, options.resident);
  if (!checked.ok) return { failures: checked.failures, places };
  const { mode, files, why, phases } = checked.value;
  const findings = checked.value.findings.map((finding) => ({ ...finding, file: project.shown(join(project.root, finding.file)) }));
  return { mode, files, why, findings, places, phases: { read: Math.round(read + phases.read), check: Math.round(phases.check), write: Math.round(phases.write) }, failures: failureOf(findings, 'typecheck-failed') };
}

/** TypeScript reads the tsconfig itself; what it selects is found here only to see what came and went. No request where there is nothing to check. */
function requestOf(machine: Machine, edition: Edition, project: Project, options: TypecheckOptions): Outcome<{ readonly request: TypecheckRequest | undefined; readonly places: Places }> {
  const config = codegenConfig(machine, edition, project, options.check);
  if (config !== undefined && !config.ok) return config;
  const path = tsconfigOf(machine.disk, project, { asked: options.tsConfig, from: options.from, config: config?.value });
  const read = readTsconfig(machine, path, project.shown);
  if (!read.ok) return read;
  const { tsconfig, files } = read.value;
  const compiler = findTypeScript(machine, project);
  if (!compiler.ok) return compiler;
  const { options: emit, allowJs, resolveJsonModule } = resolveEmitOptions(tsconfig, { defaultOutDir: join(project.root, 'dist'), packageType: 'commonjs' });
  const named = (option: string, folder: string) => (tsconfig.compilerOptions[option] === undefined ? [] : [folder]);
  const found = findSources(machine.disk, { tsconfig, allowJs, json: resolveJsonModule, outputs: [...named('outDir', emit.outDir), ...named('declarationDir', emit.declarationDir)] });
  const sources = [...found.emitted, ...found.declarations];
  const places: Places = { files: [...files, join(project.root, CONFIG_FILE)], folders: found.folders, outputs: [emit.outDir, emit.declarationDir] };
  if (sources.length === 0) return config !== undefined && madeNone(machine.disk, project) ? done({ request: undefined, places }) : failed(noSources(project, path));
  const { cache, incremental } = settleOptimizations(options, config?.value.optimizations ?? {}, machine.processors);
  const request: TypecheckRequest = {
    root: project.root,
    tsConfig: path,
    configs: files,
    sources: namesFrom(project.root, sources).sort(),
    compiler: compiler.value,
    platform: machine.platform,
    // One project may have several tsconfigs.
    state: join(project.conductor, 'cache', 'typecheck', `${project.name}-${digestOf(project.shown(path)).slice(0, 12)}`),
    force: options.force || !incremental || !cache,
    mode: options.check ? 'check' : 'write',
  };
  return done({ request, places });
}
