import { done, failed, type Failure, type Outcome } from '@nx-conductor/core';
import { cacheStatus, cleanCache, findProject, projectAt, TSCONFIGS, workspaceAround, type Project } from '@nx-conductor/run';
import type { Call } from './call';

/** `conductor cache-status`. */
export async function runCacheStatus(call: Call): Promise<number> {
  const place = await storePlace(call);
  if (!place.ok) return call.fail(place.failures, call.invocation.project ?? null);
  const { project, name } = place.value;
  const status = cacheStatus(call.machine, project, call.invocation.options['verify'] === true);
  const text = [
    `${status.path}: ${plural(status.entries, 'entry', 'entries')}, ${bytesText(status.bytes)}`,
    ...Object.entries(status.kinds).map(([kind, each]) => `  ${kind}: ${plural(each.entries, 'entry', 'entries')}, ${bytesText(each.bytes)}`),
    `  hit rate: ${status.hitRate === null ? 'no run yet' : `${(status.hitRate * 100).toFixed(1)} % of ${status.hits + status.misses} look-ups in ${plural(status.runs, 'run', 'runs')}`}`,
    ...(status.oldestAgeMs === null || status.newestAgeMs === null ? [] : [`  last used: ${ageText(status.newestAgeMs)} to ${ageText(status.oldestAgeMs)} ago`]),
    ...(status.damaged ? [`  verified: ${status.damaged.length === 0 ? 'every entry is sound' : `${plural(status.damaged.length, 'damaged entry', 'damaged entries')} removed`}`] : []),
  ];
  const { entries, bytes, hitRate, oldestAgeMs: ageMs } = status;
  return call.tell(name, { entries, bytes, hitRate, ageMs, store: status }, text.join('\n'));
}

/** `conductor cache-verify`. */
export async function runCacheVerify(call: Call): Promise<number> {
  const place = await storePlace(call);
  if (!place.ok) return call.fail(place.failures, call.invocation.project ?? null);
  const { project, name } = place.value;
  const { path, entries, bytes, damaged = [] } = cacheStatus(call.machine, project, true);
  const text = `${path}: ${plural(entries, 'entry is', 'entries are')} sound (${bytesText(bytes)})${damaged.length === 0 ? '' : `, ${plural(damaged.length, 'damaged one', 'damaged ones')} removed`}`;
  const faults: Failure[] = damaged.length === 0 ? [] : [{ code: 'damaged-entries', place: { file: path }, entries: damaged.length }];
  return call.tell(name, { entries, bytes, damaged }, text, faults);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** `conductor cache-clean`. */
export async function runCacheClean(call: Call): Promise<number> {
  const place = await storePlace(call);
  if (!place.ok) return call.fail(place.failures, call.invocation.project ?? null);
  const { project, name } = place.value;
  const { options } = call.invocation;
  const dryRun = options['dry-run'] === true;
  const limit = (option: string, unit: number) => (typeof options[option] === 'number' ? options[option] * unit : undefined);
  const limits = { maxEntries: limit('max-entries', 1), maxAgeMs: limit('max-age-days', DAY_MS), maxBytes: limit('max-megabytes', 1_000_000) };
  const given = Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
  const clean = cleanCache(call.machine, call.edition, project, given, dryRun);
  const text = `${plural(clean.removed, 'entry', 'entries')} (${bytesText(clean.removedBytes)}) ${dryRun ? 'would be removed' : 'removed'}, ${clean.entries} left (${bytesText(clean.bytes)})`;
  return call.tell(name, { ...clean, store: clean }, text);
}

/** The store belongs to a workspace: any folder in it will do, and outside of one a project, also one that is compiled only. */
export async function storePlace(call: Call): Promise<Outcome<{ project: Project; name: string | null }>> {
  const { io, invocation, machine } = call;
  const found = await findProject(machine, io.cwd, invocation.project);
  if (found.ok) return done({ project: found.value, name: found.value.name });
  const workspace = invocation.project === undefined ? workspaceAround(machine.disk, io.cwd) : undefined;
  if (workspace !== undefined) return done({ project: projectAt(machine.disk, workspace), name: null });
  const compiled = await findProject(machine, io.cwd, invocation.project, TSCONFIGS);
  return compiled.ok ? done({ project: compiled.value, name: compiled.value.name }) : failed(...found.failures);
}

/** A count with its noun. */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Bytes for people, in SI units. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function ageText(ms: number): string {
  const units = [[DAY_MS, 'd'], [3_600_000, 'h'], [60_000, 'min'], [1000, 's']] as const;
  const [size, name] = units.find(([each]) => ms >= each) ?? [1, 'ms'];
  return `${Math.floor(ms / size)} ${name}`;
}
