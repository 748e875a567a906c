import { DiskError } from '@nx-conductor/core';
import { readConfigText } from '../config/read';
import { DEFAULT_OPTIONS, settleOptions } from '../generate/options';
import { readInputs } from '../generate/read';
import { beginRun, refusal } from '../generate/run';
import { startTimer } from '../generate/timer';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { nothingToDo } from '../pipeline/applies';
import { manifestStatus } from '../status/manifest-status';
import { good, problem, warning, type Check } from './check';

/** A project as a run would find it. Nothing is rendered and nothing written. */
export async function checkProject(machine: Machine, edition: Edition, project: Project): Promise<Check[]> {
  try {
    return [...(await checkInputs(machine, edition, project)), ...checkManifest(machine, project), ...checkTypes(machine, edition, project)];
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return [{ about: project.name, state: 'problem', says: 'cannot be read', failures: [refusal(project, error)] }];
  }
}

async function checkInputs(machine: Machine, edition: Edition, project: Project): Promise<Check[]> {
  const about = project.name;
  const config = readConfigText(machine.disk, project);
  const inputs = config.ok ? await readInputs(beginRun(machine, edition, project, settleOptions({ ...DEFAULT_OPTIONS, dryRun: true }, config.value.text, machine), startTimer(machine.clock)), config.value) : config;
  if (!inputs.ok) return [{ about, state: 'problem', says: `${project.shown(project.root)} cannot be generated`, failures: inputs.failures }];
  const { config: read, specs, loaded, templates, warnings } = inputs.value;
  const checks: Check[] = [good(about, [counted(specs.specs.length, 'spec'), counted(loaded.size, 'pattern'), counted(templates.total, 'template')].join(', '))];
  if (warnings.length > 0) checks.push({ about, state: 'warning', says: 'patterns that it does not use are broken', failures: warnings });
  if (read.format === undefined) return checks;
  const formatter = await machine.loadFormatter(read.format, project.root, undefined);
  return [...checks, formatter ? good(about, `formats with ${formatter.id}`) : problem(about, `its formatter ${read.format} is not installed`, `npm install --save-dev ${read.format}, or take "format" out of conductor.json`)];
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function checkManifest(machine: Machine, project: Project): Check[] {
  const about = project.name;
  const { state, edited, missing, interrupted, total } = manifestStatus(machine, project);
  if (state === 'absent') return [good(about, 'was not generated yet')];
  return [
    ...(state === 'damaged' ? [warning(about, 'its manifest is damaged', 'generate makes it again; artifacts that hold what the inputs give are taken over')] : []),
    ...(interrupted ? [warning(about, 'a run was interrupted while it changed artifacts', 'the next run of generate completes it')] : []),
    ...(edited.length + missing.length > 0 ? [warning(about, `of ${total} artifacts ${edited.length} were edited and ${missing.length} are missing`, `conductor manifest status ${about} names them`)] : []),
  ];
}

function checkTypes(machine: Machine, edition: Edition, project: Project): Check[] {
  const reason = nothingToDo(machine, edition, project, { asked: undefined, from: project.root, places: undefined }).typecheck();
  return reason === 'TypeScript 7 is not installed' ? [warning(project.name, `typecheck has nothing to work with: ${reason}`, 'npm install --save-dev typescript-7@npm:typescript@7')] : [];
}
