import { resolve } from 'node:path';
import { done, failed, type Outcome } from '@nx-conductor/core';
import type { Call } from './call';
import type { Invocation } from './parse';

/** What is told, and where to: standard output holds one thing. */
export interface Telling<Form extends string> {
  readonly form: Form;
  /** Absolute path of the file for it. */
  readonly file: string | undefined;
}

/** What `--format`, `--output` and `--json` ask for together. */
export function formOf<Form extends string>({ io, invocation: { options } }: Call): Outcome<Telling<Form | 'json' | 'text'>> {
  const form = options['format'] as Form | 'json' | 'text' | undefined;
  const output = options['output'] as string | undefined;
  if (options['json'] === true && form !== undefined && form !== 'json' && output === undefined) {
    return failed({ code: 'usage', expected: `--json, or --format ${form}`, received: 'both for standard output', hint: `--output FILE puts what --format names into a file` });
  }
  const file = output === undefined ? undefined : resolve(io.cwd, output);
  return done({ form: form ?? (options['json'] === true ? 'json' : 'text'), file });
}

/** Whether standard output is to hold the JSON document and nothing else. */
export const tellsDocument = ({ options }: Invocation): boolean => options['json'] === true || (options['format'] === 'json' && options['output'] === undefined);
