import { COMMANDS } from './commands';
import { ARGUMENTS, COMMAND_NAMES, groupOf, isCommand, OPTIONS, SHELLS, type CommandName, type Option } from './options';

/** What stands for what in usage lines. */
export const PLACES = {
  project: ['project', 'a folder that holds a conductor.json, or the name of an Nx project; the current folder when absent'],
  artifact: ['artifact', 'the path of a file that Conductor made; its project is the nearest folder above with a conductor.json'],
  rule: ['rule', 'the id of a rule, as rules list tells it'],
  shell: ['shell', SHELLS.join(', ')],
} as const;

/** The exit codes of every command. */
export const EXIT_CODES = [
  ['0', 'done'],
  ['1', 'the work found something (stale, conflict, error in a source, disk, …)'],
  ['2', 'used wrongly (options, configuration, pattern, spec)'],
  ['3', 'a bug in Conductor'],
  ['130', 'interrupted'],
] as const;

const exitCodes = (): string[] => ['Exit codes:', ...EXIT_CODES.map(([code, means]) => `  ${code.padEnd(3)}  ${means}`)];

const place = (name: keyof typeof PLACES): string => PLACES[name].join('   ');

/** The text of `conductor --help`, of one command's, or of those that begin with a word. */
export function helpText(about: string | undefined): string {
  if (about === undefined) return overview();
  return isCommand(about) ? commandHelp(about) : groupHelp(about);
}

function groupHelp(word: string): string {
  const names = groupOf(word);
  return ['Usage:', ...names.map((name) => example([`conductor ${twoWords(name)} [project]`, COMMANDS[name].summary])), '', `conductor ${word} <command> --help tells of one command.`, ''].join('\n');
}

/** `cache-status` as people may write it too. */
const twoWords = (name: CommandName): string => name.replace('-', ' ');

function overview(): string {
  const names = COMMAND_NAMES;
  const width = Math.max(...names.map((name) => name.length));
  return [
    'conductor: code generation as a build step: cached, incremental, checked, explained and safe',
    '',
    'Usage: conductor <command> [project] [options]',
    '',
    ...names.map((name) => `  ${name.padEnd(width)}  ${COMMANDS[name].summary}`),
    '',
    'A command of two words may be written as such: cache status is cache-status.',
    'conductor <command> --help tells of one command; conductor --version prints the version.',
    '',
    place('project'),
    '',
    ...exitCodes(),
    '',
    'Examples:',
    ...names.slice(0, -1).map((name) => example(COMMANDS[name].examples[0] as readonly [string, string])),
    '',
  ].join('\n');
}

function commandHelp(name: CommandName): string {
  const text = COMMANDS[name];
  const argument = ARGUMENTS[name];
  const options: readonly Option[] = OPTIONS[name];
  return [
    `conductor ${name}: ${text.summary}`,
    '',
    `Usage: conductor ${name} ${argument === undefined ? '[project]' : `<${argument}>`}${options.length > 0 ? ' [options]' : ''}`,
    '',
    text.details,
    '',
    ...(options.length > 0 ? ['Options:', ...options.flatMap(optionLines), ''] : []),
    place(argument ?? 'project'),
    '',
    ...exitCodes(),
    '',
    'Examples:',
    ...text.examples.map(example),
    '',
  ].join('\n');
}

const optionLines = (option: Option): string[] => [`  ${flagText(option)}`, `      ${option.description}`];

/** An option as it is typed, with what stands for its value. */
export function flagText({ name, negatable, value }: Option): string {
  return `--${negatable ? 'no-' : ''}${name}${value ? ` ${value}` : ''}`;
}

const example = ([command, does]: readonly [string, string]) => `  ${command.padEnd(52)}  ${does}`;
