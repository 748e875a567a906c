import type { CommandName } from '../options';
import { commandGroups, commandWords, firstWords, type CommandWords, type Flag } from './words';

/** The completion script for fish, from 3.0 on. */
export function fishCompletion(): string {
  const commands = commandWords();
  const groups = commandGroups();
  return [
    '# Completion of conductor for fish. In ~/.config/fish/config.fish: conductor completion fish | source',
    '# Whether the command is still to be typed; whether it is this one, in one word or in two; whether its second word is to come.',
    'function __conductor_first; test (count (commandline -opc)) -eq 1; end',
    'function __conductor_is; set -l words (commandline -opc); test "$words[2]" = $argv[1]; or test "$words[2]-$words[3]" = $argv[1]; end',
    'function __conductor_second; set -l words (commandline -opc); test (count $words) -eq 2; and test "$words[2]" = $argv[1]; end',
    'complete -c conductor -e',
    'complete -c conductor -f',
    ...firstWords().map(({ word, summary }) => `complete -c conductor -n __conductor_first -a ${word} -d ${quoted(summary)}`),
    ...groups.flatMap(({ word, commands: seconds }) => seconds.map((each) => `complete -c conductor -n '__conductor_second ${word}' -a ${each.word} -d ${quoted(each.summary)}`)),
    `complete -c conductor -n '__conductor_second help' -a ${quoted(commands.map(({ name }) => name).join(' '))}`,
    ...commands.flatMap((command) => [`complete -c conductor -n '__conductor_is ${command.name}' ${argumentOf(command)}`, ...command.flags.map((flag) => flagLine(command.name, flag))]),
    '',
  ].join('\n');
}

function flagLine(name: CommandName, { flag, description, value }: Flag): string {
  return `complete -c conductor -n '__conductor_is ${name}' -l ${flag.slice(2)} ${valueOf(value)}-d ${quoted(description)}`;
}

function valueOf(value: Flag['value']): string {
  if (value === 'none') return '';
  if (value === 'file') return '-r -F ';
  if (value === 'folder') return "-x -a '(__fish_complete_directories)' ";
  return typeof value === 'string' ? '-x ' : `-x -a ${quoted(value.join(' '))} `;
}

function argumentOf({ argument }: CommandWords): string {
  if (argument === 'project') return "-a '(conductor completion projects 2>/dev/null; __fish_complete_directories)'";
  return argument === 'file' ? '-F' : `-a ${quoted(argument.join(' '))}`;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
