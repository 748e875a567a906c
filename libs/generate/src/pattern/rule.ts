import { posix } from 'node:path';
import { done, failed, placeInJson, type Failure, type Outcome } from '@nx-conductor/core';
import { placeholdersIn, PLACEHOLDERS } from '../command/placeholders';
import type { PatternOutput } from './pattern';
import type { PatternFileContent } from './schema';

/** Seconds that a command may take when its rule does not say. */
const TIMEOUT_SECONDS = 300;

/** Keys that only a rule with `run` has. */
const OF_COMMANDS = ['inputs', 'env', 'programs', 'timeout'] as const;

/** An output rule as it was written, with its defaults; fails when it is none of the kinds, or two of them at once. */
export function readRule(rule: PatternFileContent['outputs'][number], index: number, source: { readonly text: string; readonly file: string }): Outcome<PatternOutput> {
  const { template, module, run, forEach, to, when, kinds: roles } = rule;
  const invalid = (key: string | undefined, expected: string, received: string): Failure => {
    const path = ['outputs', index, ...(key === undefined ? [] : [key])];
    return { code: 'invalid-value', place: placeInJson(source.text, source.file, path), what: `"${path.join('.')}"`, expected, received };
  };
  const shared = { forEach, ...(when === undefined ? {} : { when }), ...(roles === undefined ? {} : { kinds: roles }) };
  const kinds = [template, module, run].filter((each) => each !== undefined).length;
  if (kinds !== 1) return failed(invalid(undefined, 'a "template", a "module" or a "run"', kinds === 0 ? 'none of them' : 'more than one'));
  if (run !== undefined) {
    const unknown = run.flatMap(placeholdersIn).find((name) => !isKnown(name));
    if (unknown !== undefined) return failed(invalid('run', 'placeholders {out}, {pattern}, {item.…}, {spec.…} and {options.…}', `{${unknown}}`));
    if (run[0]?.includes('{')) return failed(invalid('run', 'a program that is named as it is', JSON.stringify(run[0])));
    return done({ kind: 'command', ...shared, run, to: to ?? '', inputs: rule.inputs ?? [], env: rule.env ?? [], programs: rule.programs ?? [], timeoutMs: (rule.timeout ?? TIMEOUT_SECONDS) * 1000 });
  }
  const foreign = OF_COMMANDS.find((key) => rule[key] !== undefined);
  if (foreign !== undefined) return failed(invalid(foreign, 'nothing: this key is for rules with "run"', JSON.stringify(rule[foreign])));
  if (module !== undefined) return done({ kind: 'module', ...shared, module: posix.normalize(module), to: to ?? '' });
  if (to === undefined) return failed(invalid(undefined, 'a "to", the path of what the template makes', 'none'));
  return done({ kind: 'template', ...shared, template: posix.normalize(template as string), to });
}

function isKnown(placeholder: string): boolean {
  const [root, ...keys] = placeholder.split('.') as [string, ...string[]];
  const alone = root === 'out' || root === 'pattern';
  return (PLACEHOLDERS as readonly string[]).includes(root) && alone === (keys.length === 0);
}
