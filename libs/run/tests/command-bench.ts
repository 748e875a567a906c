import { createMemoryDisk, createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import type { CommandEnd, CommandRequest, Commands } from '@nx-conductor/core';
import { DEFAULT_OPTIONS, generate, guardLine, projectAt, type GenerateOptions, type GenerateResult } from '@nx-conductor/run';
import { EDITION } from './bench';

/** A workspace whose project runs the program `shout` over text files. */
export const COMMAND_FILES: Readonly<Record<string, string>> = {
  '/ws/nx.json': '{}',
  '/ws/node_modules/.bin/shout': 'the program',
  '/ws/app/conductor.json': JSON.stringify({ specs: [{ adapter: 'files', path: 'src/*.txt' }], patterns: [{ use: 'shout', options: { mark: '!' } }], output: 'out' }),
  '/ws/app/src/a.txt': 'alpha',
  '/ws/app/src/b.txt': 'beta',
  '/ws/app/src/c.txt': 'gamma',
  '/ws/.conductor/patterns/shout/pattern.json': patternText({}),
};

/** The pattern of {@link COMMAND_FILES}, with keys of its rule added or replaced. */
export function patternText(rule: object): string {
  return JSON.stringify({ id: 'shout', outputs: [{ run: ['shout', '{out}', '{item.file}', '{options.mark}'], forEach: 'files', to: '<%= item.name %>', ...rule }] });
}

/** A machine in memory whose commands are {@link shout}, with what they were asked. */
export interface CommandBench {
  readonly disk: MemoryDisk;
  readonly requests: CommandRequest[];
  /** Most commands that ran at one time. */
  readonly most: () => number;
  readonly environment: Record<string, string>;
  run(options?: Partial<GenerateOptions>): Promise<GenerateResult>;
  /** What a task runner hashes besides files that it knows. */
  guard(): Promise<string>;
  /** Names of the files that commands ran for since the last call. */
  started(): string[];
}

export function commandBench(changes: Readonly<Record<string, string>> = {}): CommandBench {
  const disk = createMemoryDisk({ ...COMMAND_FILES, ...changes });
  const requests: CommandRequest[] = [];
  const environment: Record<string, string> = { PATH: '/usr/bin', HOME: '/home/me' };
  let [running, most, told] = [0, 0, 0];
  const commands: Commands = {
    async run(request, stop) {
      requests.push(request);
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return stop.aborted ? { ...ENDED, broken: 'stopped', code: null } : shout(request);
    },
  };
  const machine = { ...createMemoryMachine(disk), commands, environment };
  return {
    disk,
    requests,
    most: () => most,
    environment,
    run(options) {
      disk.tick(60_000);
      return generate(machine, EDITION, projectAt(disk, '/ws/app'), { ...DEFAULT_OPTIONS, ...options });
    },
    guard: () => guardLine(machine, EDITION, projectAt(disk, '/ws/app')),
    started: () => requests.slice(told, (told = requests.length)).map(({ args }) => args[1] as string),
  };
}

/** How a file in PNG begins: no UTF-8. */
export const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const ENDED: CommandEnd = { broken: undefined, code: 0, reason: '', tail: '', durationMs: 1, files: [], odd: [] };

/**
 * What the program would do: of the file it is given, its text in capitals with the mark, and for each further file that
 * it finds a file with its length. A text `fail` makes it fail; `nothing` makes it leave nothing; `image …` makes it leave
 * bytes that are no text, in another file.
 */
function shout({ files, args, env }: CommandRequest): CommandEnd {
  const [, name, mark] = args as [string, string, string];
  const textOf = (path: string) => Buffer.from(files.find((file) => file.path === `app/${path}`)?.bytes ?? []).toString();
  const text = textOf(name);
  if (text === 'fail') return { ...ENDED, code: 3, tail: `cannot shout ${name}` };
  if (text === 'nothing') return ENDED;
  if (text.startsWith('image')) return { ...ENDED, files: [{ path: 'loud.png', bytes: Buffer.concat([PNG, Buffer.from(text)]) }] };
  const others = files.filter(({ path }) => path !== `app/${name}`);
  const made = [
    { path: 'loud.txt', text: `${text.toUpperCase()}${mark}${env['VOICE'] ?? ''}\n` },
    ...others.map(({ path, bytes }) => ({ path: `near/${path.split('/').at(-1) as string}`, text: `${bytes.length}\n` })),
  ];
  return { ...ENDED, files: made.map((file) => ({ path: file.path, bytes: Buffer.from(file.text) })) };
}
