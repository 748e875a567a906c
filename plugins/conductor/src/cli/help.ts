import { COMMANDS } from './commands';
import { ARGUMENTS, COMMAND_NAMES, groupOf, isCommand, OPTIONS, type CommandName, type Option } from './options';

const PROJECT = 'project   a folder that holds a conductor.json, or the name of an Nx project; the current folder when absent';
const ARTIFACT = 'artifact   the path of a file that Conductor made; its project is the nearest folder above with a conductor.json';

const EXIT_CODES = `Exit codes: 0 done; 1 the work found something (stale, conflict, disk, …); 2 used wrongly (options, configuration,
pattern, spec); 3 a bug in Conductor; 130 interrupted.`;

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
    PROJECT,
    '',
    EXIT_CODES,
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
    argument === 'artifact' ? ARTIFACT : PROJECT,
    '',
    EXIT_CODES,
    '',
    'Examples:',
    ...text.examples.map(example),
    '',
  ].join('\n');
}

function optionLines(option: Option): string[] {
  const flag = `--${option.negatable ? 'no-' : ''}${option.name}${option.value ? ` ${option.value}` : ''}`;
  return [`  ${flag}`, `      ${option.description}`];
}

const example = ([command, does]: readonly [string, string]) => `  ${command.padEnd(52)}  ${does}`;
