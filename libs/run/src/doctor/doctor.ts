import type { Edition, Machine } from '../host';
import { findProjects } from '../project/find';
import type { Project } from '../project/project';
import { problem, type Check, type Patient } from './check';
import { checkGit } from './git';
import { checkLocks } from './locks';
import { checkProject } from './project';
import { checkRules } from './rules';
import { checkStore } from './store';
import { checkVersions } from './versions';

/** What the doctor found, and the projects that it looked at. */
export interface Checkup {
  readonly checks: readonly Check[];
  readonly projects: readonly Project[];
}

/**
 * Looks at the machine, at the workspace around a folder, and at each of its projects, or at one, as a run would: configuration,
 * patterns, specs, formatter, manifest, rules. Changes nothing but what is safe to lose: damaged entries of the store go.
 */
export async function doctor(machine: Machine, edition: Edition, patient: Patient): Promise<Checkup> {
  const all = await findProjects(machine, patient.cwd);
  const projects = patient.project === undefined ? all : [patient.project];
  const checks = [...checkVersions(machine, edition, patient, projects[0])];
  checks.push(...(await checkGit(machine, patient.cwd, projects)));
  if (projects.length === 0) return { checks: [...checks, problem('projects', 'there is no conductor.json here', 'go to a workspace or a project, or begin one: a folder with a conductor.json')], projects };
  checks.push(...checkStore(machine, projects[0] as Project), ...(await checkLocks(machine, projects)), ...namesTwice(all).filter(({ about }) => projects.some(({ name }) => name === about)));
  for (const project of projects) checks.push(...(await checkProject(machine, edition, project)));
  checks.push(...(await checkRules(machine, edition, projects)));
  return { checks, projects };
}

/** Two projects of one name would share a manifest. */
function namesTwice(projects: readonly Project[]): Check[] {
  const roots = new Map<string, string[]>();
  for (const { name, root, shown } of projects) roots.set(name, [...(roots.get(name) ?? []), shown(root)]);
  return [...roots].filter(([, each]) => each.length > 1).map(([name, each]) => problem(name, `is the name of ${each.length} projects: ${each.join(', ')}`, 'give each a name of its own in its project.json or package.json'));
}
