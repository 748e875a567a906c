import { join } from 'node:path';
import { nodeVersion } from '@nx-conductor/host';
import { describe, isObject, utf8Of, type Disk, type Failure } from '@nx-conductor/core';
import { doctor, findProject, readObject, type Check, type Project } from '@nx-conductor/run';
import { hazardOf } from '../nx/hazards';
import { registerPlugin } from '../nx/register';
import type { Call } from './call';
import { failureText } from './failures';
import { paintFor, type Paint } from './io';
import { sourceLines, type SourceLine } from './source-line';
import { plural } from './store-commands';

/** `conductor doctor`. */
export async function runDoctor(call: Call): Promise<number> {
  const { io, machine, edition, invocation } = call;
  const asked = invocation.project === undefined ? undefined : await findProject(machine, io.cwd, invocation.project);
  if (asked && !asked.ok) return call.fail(asked.failures, invocation.project ?? null);
  const project = asked?.value;
  const cwd = project?.root ?? machine.disk.realPath(io.cwd) ?? io.cwd;
  const { checks: found, projects } = await doctor(machine, edition, { cwd, node: nodeVersion, project });
  const checks = [...found, ...checkTargets(machine.disk, projects)];
  const of = (state: Check['state']) => checks.filter((check) => check.state === state).length;
  const [problems, warnings] = [of('problem'), of('warning')];
  const paint = paintFor(io);
  const source = sourceLines(machine.disk, cwd, invocation.project);
  const end = problems + warnings === 0 ? paint.green('all is well') : `${plural(problems, 'problem', 'problems')}, ${plural(warnings, 'warning', 'warnings')}`;
  const text = [...checks.flatMap((check) => checkLines(check, paint, source)), end].join('\n');
  const faults: Failure[] = problems === 0 ? [] : [{ code: 'problems-found', place: { file: '.' }, problems }];
  return call.tell(project?.name ?? null, { problems, warnings, checks: checks.map(({ failures, ...check }) => ({ ...check, ...(failures ? { failures: failures.map(describe) } : {}) })) }, text, faults);
}

const MARK = { good: '✓', warning: '!', problem: '✗' } as const;

function checkLines({ about, state, says, hint, failures = [] }: Check, paint: Paint, source: SourceLine): string[] {
  const colour = { good: paint.green, warning: paint.yellow, problem: paint.red }[state];
  return [
    `${colour(MARK[state])} ${paint.bold(about)}: ${says}`,
    ...(hint === undefined ? [] : [`  hint      ${hint}`]),
    ...(failures.length === 0 ? [] : [failureText(failures, paint, source, state === 'problem' ? 'error' : 'warning').trimEnd()]),
  ];
}

/** How the workspace is set up for Nx: whether it infers targets, and what its cache would do wrong with those that were changed by hand. */
function checkTargets(disk: Disk, projects: readonly Project[]): Check[] {
  const [first] = projects;
  const bytes = first && disk.read(join(first.workspace, 'nx.json'));
  if (!first || !bytes) return [];
  const text = utf8Of(bytes);
  const registered = registerPlugin(text, '@nx-conductor/plugin') === text;
  const missing: Check = { about: 'nx', state: 'warning', says: 'nx.json does not name @nx-conductor/plugin, so no targets are inferred', hint: 'nx g @nx-conductor/plugin:init' };
  return [...(registered ? [] : [missing]), ...projects.flatMap((project) => targetHazards(disk, project))];
}

/** Targets whose inputs or options are set in `project.json` or, for all projects, in `nx.json`: only these can lack what is inferred. */
function targetHazards(disk: Disk, project: Project): Check[] {
  const defaults = objectAt(readObject(disk, join(project.workspace, 'nx.json')), 'targetDefaults');
  const own = objectAt(readObject(disk, join(project.root, 'project.json')), 'targets');
  return ['generate', 'compile'].flatMap((name): Check[] => {
    const set: Readonly<Record<string, unknown>> = { ...objectAt(defaults, name), ...objectAt(own, name) };
    const hazard = hazardOf(name, objectAt(set, 'options'), { cache: set['cache'] !== false, inputs: inputsOf(set['inputs']) }, project.name, project.shown(project.root));
    const [says = '', ...hint] = hazard?.text.split('\n') ?? [];
    return hazard ? [{ about: project.name, state: 'warning', says: `target ${name}: ${says.replace(/^\w+: /, '')}`, hint: hint.join(' ') }] : [];
  });
}

/** The inferred inputs have the guard, and "..." among others stands for them. */
function inputsOf(inputs: unknown): { runtime: string }[] {
  const all: readonly unknown[] = Array.isArray(inputs) ? inputs : ['...'];
  return all.flatMap((input) => {
    if (input === '...') return [{ runtime: 'guard' }];
    return isObject(input) && typeof input['runtime'] === 'string' ? [{ runtime: input['runtime'] }] : [];
  });
}

function objectAt(value: object, key: string): Readonly<Record<string, unknown>> {
  const found = isObject(value) ? value[key] : undefined;
  return isObject(found) ? found : {};
}
