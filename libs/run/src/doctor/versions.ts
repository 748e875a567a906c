import { join } from 'node:path';
import { isObject } from '@nx-conductor/core';
import type { Edition, Machine } from '../host';
import { readObject, workspaceAround, type Project } from '../project/project';
import { good, problem, warning, type Check, type Patient } from './check';

/** Node and Nx against what the package of Conductor says it needs. */
export function checkVersions(machine: Machine, edition: Edition, { cwd, node }: Patient, project: Project | undefined): Check[] {
  const needs = readObject(machine.disk, join(edition.home, 'package.json'));
  const range = (key: string, name: string): string => {
    const ranges = needs[key];
    const found = isObject(ranges) ? ranges[name] : undefined;
    return typeof found === 'string' ? found : '';
  };
  const nodeRange = range('engines', 'node');
  const least = numbersIn(nodeRange);
  const checks = [
    good('conductor', `${edition.version} on ${machine.platform}`),
    before(numbersIn(node), least) ? problem('node', `${node}; expected ${nodeRange}`, 'install a Node that Conductor is tested on') : good('node', node),
  ];
  const workspace = workspaceAround(machine.disk, project?.root ?? cwd);
  return workspace === undefined ? [...checks, good('nx', 'no workspace here: .conductor lies beside each conductor.json')] : [...checks, checkNx(machine, workspace, range('peerDependencies', '@nx/devkit'))];
}

function checkNx(machine: Machine, workspace: string, range: string): Check {
  const file = machine.resolveModule('nx/package.json', join(workspace, 'package.json'));
  const version = file === undefined ? undefined : readObject(machine.disk, file)['version'];
  if (typeof version !== 'string') return warning('nx', 'the workspace has an nx.json, but nx is not installed', 'npm install; the command works without it, the targets do not');
  const [least = 0, first = Number.POSITIVE_INFINITY] = numbersIn(range);
  const [major = 0] = numbersIn(version);
  return major < least || major >= first ? warning('nx', `${version}; the targets are tested with ${range}`, 'use a version of Nx in that range') : good('nx', version);
}

const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

/** Whether a version comes before another, by their numbers. */
function before(version: readonly number[], other: readonly number[]): boolean {
  const at = other.findIndex((number, index) => number !== (version[index] ?? 0));
  return at !== -1 && (version[at] ?? 0) < (other[at] as number);
}
