import { join } from 'node:path';
import { byCodeUnit, replaceFile, type Disk, type Failure } from '@nx-conductor/core';
import { readManifest } from '@nx-conductor/outputs';
import { CONFIG_FILE, readConfigText } from '../config/read';
import { generate } from '../generate/generate';
import { DEFAULT_OPTIONS } from '../generate/options';
import type { GenerateResult } from '../generate/result';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { mendingRules, withMendingRules } from './fix-config';
import { fixFiles } from './fix-files';
import { judgeProject } from './judge-project';
import type { KeptJury } from './keep-jury';
import type { ValidateOptions } from './options';
import type { FileFinding, FixResult, ValidateRun } from './result';

/** Rounds in which mending can bring up what another rule mends. */
const MOST_ROUNDS = 3;

/**
 * Mends what can be mended. An artifact follows from its inputs, so mending it is a step of its making: the rules that have a
 * fix for what they found are added to `rules.fix` of conductor.json, and the project is generated with them. A clean run
 * with that configuration gives the same bytes. Files that people wrote are edited where they lie.
 */
export async function fixProject(machine: Machine, edition: Edition, project: Project, options: ValidateOptions, jury: KeptJury, begin: () => void): Promise<Partial<ValidateRun>> {
  const started = machine.clock.elapsed();
  begin();
  const made = await mendArtifacts(machine, edition, project, options, jury);
  const { result } = made;
  const told = { warnings: result?.warnings ?? [], steps: result?.steps ?? [], diffs: result?.diffs ?? [] };
  // A conflict, for one: what people have to settle first.
  if (made.failures.some(({ code }) => code !== 'stale' && code !== 'rejected')) return { ...told, failures: made.failures };
  const files = await fixFiles(machine, edition, project, options, jury);
  // Told once: judging would meet the same.
  if (files.failures.some(({ code }) => code !== 'stale')) return { ...told, failures: [...made.failures, ...files.failures] };
  const fix = Math.round(machine.clock.elapsed() - started);
  // What lies on disk now, or what was kept from being written.
  const kept = made.failures.some(({ code }) => code === 'rejected');
  const judged = kept ? { ...result?.judgement } : await judgeProject(machine, edition, project, { ...options, recollection: undefined }, jury, begin);
  const fixed: FixResult = {
    recorded: made.recorded,
    files: [...(options.check || options.dryRun || kept ? [] : mendedNow(machine.disk, project, result)), ...files.files].sort(byCodeUnit),
    edits: [...(result?.mending?.edits ?? []), ...files.edits],
    overlapping: [...(result?.mending?.overlapping ?? []), ...files.overlapping],
    regenerate: [...(result?.mending?.regenerate ?? []), ...files.regenerate],
  };
  return {
    ...judged,
    fixed,
    steps: told.steps,
    diffs: [...told.diffs, ...files.diffs],
    warnings: [...told.warnings, ...(judged.warnings ?? [])],
    failures: [...made.failures, ...files.failures, ...(judged.failures ?? [])],
    phases: { ...(judged.phases ?? { read: 0, judge: 0, write: 0 }), fix },
  };
}

interface MadeWithFixes {
  readonly failures: readonly Failure[];
  readonly recorded: readonly string[];
  /** Of the last run of generate. */
  readonly result: GenerateResult | undefined;
}

/** Generates with the fixes that findings ask for, until none asks for another. */
async function mendArtifacts(machine: Machine, edition: Edition, project: Project, options: ValidateOptions, jury: KeptJury): Promise<MadeWithFixes> {
  const config = readConfigText(machine.disk, project);
  if (!config.ok) return { failures: config.failures, recorded: [], result: undefined };
  const path = join(project.root, CONFIG_FILE);
  const writes = !options.check && !options.dryRun;
  let ids: readonly string[] = [];
  let recorded: readonly string[] = [];
  for (let round = 0; ; round += 1) {
    const text = recorded.length === 0 ? config.value.text : withMendingRules(config.value.text, ids);
    const result = await generate({ ...machine, disk: withFile(machine.disk, path, text) }, edition, project, { ...DEFAULT_OPTIONS, ...asked(options), jury });
    const blocked = result.failures.filter(({ code }) => code !== 'rejected');
    if (blocked.length > 0) return { failures: blocked.map((failure) => (failure.code === 'stale' ? { ...failure, repair: repairOf(project) } : failure)), recorded, result };
    // After this it is known to be one that can be read.
    const before = mendingRules(config.value.text);
    if (round === 0) ids = before === true ? [] : before;
    const findings = result.failures.length > 0 ? (result.judgement?.findings ?? []) : ((await judgeProject(machine, edition, project, { ...options, files: [] }, jury, () => undefined)).findings ?? []);
    const news = before === true ? [] : fixable(findings, result, project).filter((id) => !ids.includes(id));
    if (news.length === 0 || round === MOST_ROUNDS) {
      if (recorded.length > 0 && writes && result.failures.length === 0) replaceFile(machine.disk, path, text);
      return { failures: result.failures, recorded, result };
    }
    recorded = [...recorded, ...news].sort(byCodeUnit);
    ids = [...ids, ...news];
  }
}

const repairOf = (project: Project) => `conductor validate --fix${project.workspace === project.root ? '' : ` ${project.name}`}`;

const asked = ({ cache, incremental, templateCache, parallel, check, dryRun, onWait, record, onEvent }: ValidateOptions) => ({ cache, incremental, templateCache, parallel, check, dryRun, onWait, record, onEvent });

/** Ids of rules that have a fix for a finding in an artifact. A hand edit that was kept is for the hand that made it. */
function fixable(findings: readonly FileFinding[], { edits }: GenerateResult, project: Project): string[] {
  const kept = new Set(edits.map((path) => project.shown(join(project.root, path))));
  return [...new Set(findings.flatMap(({ file, rule, fix }) => (fix === undefined || kept.has(file) ? [] : [rule])))].sort(byCodeUnit);
}

/** Artifacts that rules mended in this run. */
function mendedNow(disk: Disk, project: Project, result: GenerateResult | undefined): string[] {
  const found = readManifest(disk, project.manifest);
  const written = new Set(result?.steps.flatMap(({ path, action }) => (action === 'create' || action === 'update' ? [path] : [])));
  return found.state === 'sound' ? found.manifest.artifacts.flatMap(({ path, fixed }) => (fixed !== undefined && written.has(path) ? [project.shown(join(project.root, path))] : [])) : [];
}

/** A disk on which one file has another text. */
function withFile(disk: Disk, path: string, text: string): Disk {
  const bytes = Buffer.from(text);
  return { ...disk, read: (asked) => (asked === path ? bytes : disk.read(asked)) };
}
