import { join } from 'node:path';
import type { Failure } from '@nx-conductor/core';
import { findProject, guardLine, manifestClean, manifestStatus, type ManifestStatus, type Project } from '@nx-conductor/run';
import type { OnConflict } from '@nx-conductor/outputs';
import type { Call } from './call';
import { tellHolder } from './terminal';
import { bytesText, plural } from './store-commands';

/** `conductor manifest-status`. */
export const runManifestStatus = (call: Call): Promise<number> => tellStatus(call, false);

/** `conductor manifest-verify`. */
export const runManifestVerify = (call: Call): Promise<number> => tellStatus(call, true);

async function tellStatus(call: Call, verify: boolean): Promise<number> {
  const project = await findProject(call.machine, call.io.cwd, call.invocation.project);
  if (!project.ok) return call.fail(project.failures, call.invocation.project ?? null);
  const status = manifestStatus(call.machine, project.value, verify);
  const text = [
    `${status.path}: ${status.state === 'sound' ? `${plural(status.total, 'artifact', 'artifacts')}, ${bytesText(status.bytes)}` : status.state}`,
    ...(status.state === 'sound' ? [`  ${status.unchanged} unchanged, ${status.edited.length} edited,${status.kept.length > 0 ? ` ${status.kept.length} kept,` : ''} ${status.missing.length} missing`] : []),
    ...(status.interrupted ? ['  a run was interrupted; the next run of generate completes it'] : []),
    ...status.edited.map((path) => `  edited   ${path}`),
    ...status.kept.map((path) => `  kept     ${path}`),
    ...status.missing.map((path) => `  missing  ${path}`),
  ];
  const counts = { total: status.total, changed: status.total - status.unchanged, missing: status.missing.length, edited: status.edited.length, kept: status.kept.length };
  return call.tell(project.value.name, { ...counts, manifest: status }, text.join('\n'), faultsOf(status, project.value));
}

function faultsOf(status: ManifestStatus, project: Project): Failure[] {
  const shown = (path: string) => ({ file: project.shown(join(project.root, path)) });
  return [
    ...(status.state === 'damaged' ? [{ code: 'damaged-manifest', place: { file: status.path } } as const] : []),
    ...status.edited.map((path) => ({ code: 'conflict', place: shown(path), kind: 'edited', diff: '' }) as const),
    ...status.missing.map((path) => ({ code: 'missing-artifact', place: shown(path) }) as const),
  ];
}

/** `conductor manifest-clean`. */
export async function runManifestClean(call: Call): Promise<number> {
  const project = await findProject(call.machine, call.io.cwd, call.invocation.project);
  if (!project.ok) return call.fail(project.failures, call.invocation.project ?? null);
  const { options } = call.invocation;
  const dryRun = options['dry-run'] === true;
  const cleaned = await manifestClean(call.machine, call.edition, project.value, { dryRun, onConflict: options['on-conflict'] as OnConflict | undefined, onWait: tellHolder(call.io) });
  if (!cleaned.ok) return call.fail(cleaned.failures, project.value.name);
  const { removed, dropped, kept } = cleaned.value;
  const text = [
    ...removed.map((path) => `- ${path}`),
    ...dropped.map((path) => `  ${path} (record only)`),
    `${plural(removed.length, 'artifact', 'artifacts')} and ${plural(dropped.length, 'further record', 'further records')} ${dryRun ? 'would go' : 'dropped'}, ${kept} kept`,
  ];
  return call.tell(project.value.name, { removed, dropped, kept }, text.join('\n'));
}

/** `conductor guard`: never fails, so that a task runner can always hash its line. */
export async function runGuard(call: Call): Promise<number> {
  const project = await findProject(call.machine, call.io.cwd, call.invocation.project);
  call.io.stdout.write(`${project.ok ? await guardLine(call.machine, call.edition, project.value) : 'no project'}\n`);
  return 0;
}
