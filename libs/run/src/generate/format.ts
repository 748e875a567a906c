import { join } from 'node:path';
import { failed, done, type Failure, type Outcome, type Place } from '@nx-conductor/core';
import type { FormatterName } from '../config/config';
import type { Machine } from '../host';
import type { Project } from '../project/project';

/** A text to format, by the path it will have (relative to the project's root). */
export interface Unformatted {
  readonly path: string;
  readonly text: string;
}

/** The formatter that a configuration asks for, and where. */
interface Asked {
  readonly name: FormatterName;
  readonly place: Place;
}

/** Formats texts, some at a time; the texts in the order given, or everything that was refused. */
export async function formatAll(machine: Machine, project: Project, { name, place }: Asked, configuration: string | undefined, texts: readonly Unformatted[], parallel: number): Promise<Outcome<string[]>> {
  const formatter = await machine.loadFormatter(name, project.root, configuration);
  if (!formatter) {
    return failed({ code: 'invalid-value', place, what: `"format": "${name}"`, expected: `a formatter that is installed: npm install --save-dev ${name}, or no "format"`, received: `${name}, which is not found from ${project.shown(project.root)}` });
  }
  const { default: pLimit } = await import('p-limit');
  const limit = pLimit(Math.max(1, parallel));
  const failures: Failure[] = [];
  const formatted = await Promise.all(
    texts.map(({ path, text }) =>
      limit(async () => {
        try {
          return await formatter.format(join(project.root, path), text);
        } catch (error) {
          failures.push({ code: 'format-failed', place: { file: project.shown(join(project.root, path)) }, formatter: name, reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error), hint: 'the template makes text that does not parse; mend the template' });
          return '';
        }
      }),
    ),
  );
  return failures.length > 0 ? failed(...failures) : done(formatted);
}
