import { join } from 'node:path';
import type { Rule, Severity } from '@nx-conductor/check';
import { DiskError, done, failed, type Failure, type Outcome } from '@nx-conductor/core';
import { CONFIG_FILE, configPlaces, parseConfig, readConfigText } from '../config/read';
import { runCache, storeOf } from '../generate/cache';
import { createReader } from '../generate/reader';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { keepJury } from '../validate/keep-jury';
import { findRules } from './find-rules';
import { readRuleFiles, rulingFor } from './load-ruling';
import { proveRules } from './prove-rules';

/** A rule as a project uses it. */
export interface ListedRule {
  readonly rule: Rule;
  /** What it is for files of the project that no override names. */
  readonly severity: Severity | 'off';
}

/** The rules that there are. */
export interface ListedRules {
  readonly rules: readonly ListedRule[];
  /** What is wrong with those that cannot be read. */
  readonly faults: readonly Failure[];
}

/** Every rule that a project can use, in the order of their ids; in a folder without a `conductor.json` as the rules say themselves. Writes nothing but the cache. */
export function listRules(machine: Machine, edition: Edition, project: Project): Outcome<ListedRules> {
  try {
    const reader = createReader(machine.disk);
    const files = findRules(machine.disk, reader, project, edition.home);
    const { checked } = runCache(storeOf(machine, project), edition.build, { use: true, templates: false, results: false, readOnly: false });
    if (!machine.disk.stat(join(project.root, CONFIG_FILE))) {
      const { rules, failures } = readRuleFiles(files, reader, checked);
      return done({ rules: rules.map((rule) => ({ rule, severity: rule.severity })), faults: failures });
    }
    const text = readConfigText(machine.disk, project);
    if (!text.ok) return text;
    const config = parseConfig(text.value.text, project, checked);
    if (!config.ok) return config;
    const ruling = rulingFor(config.value, configPlaces(text.value, project), files, reader, checked);
    if (!ruling.ok) return ruling;
    const { rules, settings, faults } = ruling.value;
    const counts = ({ pack }: Rule) => pack === undefined || settings.use === undefined || settings.use.includes(pack);
    return done({ rules: rules.map((rule) => ({ rule, severity: counts(rule) ? (settings.set?.[rule.id] ?? rule.severity) : 'off' })), faults });
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return failed({ code: 'disk', place: { file: project.shown(error.path) }, operation: error.operation, errno: error.errno });
  }
}

/** Runs the examples of rules, whatever is known of them, and tells what is wrong with any. */
export async function testRules(machine: Machine, rules: readonly Rule[]): Promise<readonly Failure[]> {
  const jury = keepJury(machine);
  try {
    return await proveRules(rules, () => jury.call(machine.processors()), { read: () => undefined, write: () => undefined });
  } finally {
    jury.close();
  }
}
