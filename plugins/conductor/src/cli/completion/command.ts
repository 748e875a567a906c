import { nearest } from '@nx-conductor/core';
import { findProjects } from '@nx-conductor/run';
import type { Call } from '../call';
import { SHELLS, type Shell } from '../options';
import { bashCompletion } from './bash';
import { fishCompletion } from './fish';
import { zshCompletion } from './zsh';

const SCRIPTS: Readonly<Record<Shell, () => string>> = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** `conductor completion <shell>`; the scripts ask `conductor completion projects` for the names of projects. */
export async function runCompletion(call: Call): Promise<number> {
  const { io, invocation, machine } = call;
  const asked = invocation.project;
  if (asked === 'projects') {
    const names = (await findProjects(machine, io.cwd)).map(({ name }) => name);
    // Shells would run what stands in a name.
    io.stdout.write(names.filter((name) => /^[\w@./:-]+$/.test(name)).map((name) => `${name}\n`).join(''));
    return 0;
  }
  const shell = SHELLS.find((each) => each === asked);
  if (shell !== undefined) {
    io.stdout.write(SCRIPTS[shell]());
    return 0;
  }
  const near = asked === undefined ? undefined : nearest(asked, SHELLS);
  return call.fail([{ code: 'usage', expected: `a shell: ${SHELLS.join(', ')}`, received: asked === undefined ? 'none' : JSON.stringify(asked), hint: near ? `did you mean ${near}?` : 'conductor completion --help tells how to load it' }], null);
}
