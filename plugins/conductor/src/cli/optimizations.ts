import { done, failed, type Failure, type Outcome } from '@nx-conductor/core';
import type { AskedOptimizations } from '@nx-conductor/run';
import type { Io } from './io';
import type { Invocation } from './parse';

/** The environment variable of each switch, by the option that wins over it. */
export const SWITCHES = { cache: 'CONDUCTOR_CACHE', incremental: 'CONDUCTOR_INCREMENTAL', 'template-cache': 'CONDUCTOR_TEMPLATE_CACHE', parallel: 'CONDUCTOR_PARALLEL' } as const;

const ON = new Set(['1', 'true', 'on', 'yes']);
const OFF = new Set(['0', 'false', 'off', 'no']);

/** What a command line says of what spares work, else the environment. A variable that says nothing clear is a failure: it would switch nothing off. */
export function askedOptimizations({ options }: Pick<Invocation, 'options'>, env: Io['env']): Outcome<AskedOptimizations> {
  const failures: Failure[] = [];
  const flag = (name: Exclude<keyof typeof SWITCHES, 'parallel'>): boolean | undefined => {
    if (typeof options[name] === 'boolean') return options[name];
    const value = switchIn(env[SWITCHES[name]]);
    if (typeof value === 'string') failures.push(unclear(SWITCHES[name], value, '0 or 1'));
    return typeof value === 'boolean' ? value : undefined;
  };
  const asked = { cache: flag('cache'), incremental: flag('incremental'), templateCache: flag('template-cache'), parallel: parallelIn(options, env, failures) };
  return failures.length > 0 ? failed(...failures) : done(asked);
}

function parallelIn(options: Invocation['options'], env: Io['env'], failures: Failure[]): boolean | number | undefined {
  if (typeof options['parallel'] === 'number') return options['parallel'];
  const text = env[SWITCHES.parallel]?.trim() ?? '';
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  const value = switchIn(text);
  if (typeof value !== 'string') return value;
  failures.push(unclear(SWITCHES.parallel, value, 'a whole number, 0 for one at a time'));
  return undefined;
}

/** On, off, nothing, or a text that is neither. */
function switchIn(text: string | undefined): boolean | string | undefined {
  const word = text?.trim().toLowerCase() ?? '';
  if (word === '') return undefined;
  return ON.has(word) || (OFF.has(word) ? false : (text as string));
}

const unclear = (name: string, value: string, expected: string): Failure => ({ code: 'usage', expected: `${name} with ${expected}`, received: JSON.stringify(value), hint: `unset ${name}, or give it one of these values` });
