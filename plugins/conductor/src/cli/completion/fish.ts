import type { CommandName } from '../options';
import { commandGroups, commandWords, type CommandWords, type Flag } from './words';

/** The completion script for fish, from 3.0 on. */
export function fishCompletion(): string {
  const commands = commandWords();
  const groups = commandGroups();
  const starts = [...commands.map(({ name }) => name), ...groups.map(({ word }) => word), 'help'].join(' ');
  return [
    '# Completion of conductor for fish. In ~/.config/fish/config.fish: conductor completion fish | source',
    'complete -c conductor -e',
    'complete -c conductor -f',
    ...commands.map(({ name, summary }) => `complete -c conductor -n ${quoted(`not __fish_seen_subcommand_from ${starts}`)} -a ${name} -d ${quoted(summary)}`),
    ...groups.flatMap(({ word, commands: seconds }) => [
      `complete -c conductor -n ${quoted(`not __fish_seen_subcommand_from ${starts}`)} -a ${word} -d ${quoted(seconds.map((each) => each.word).join(', '))}`,
      ...seconds.map((each) => `complete -c conductor -n ${quoted(`__fish_seen_subcommand_from ${word}; and not __fish_seen_subcommand_from ${seconds.map((other) => other.word).join(' ')}`)} -a ${each.word} -d ${quoted(each.summary)}`),
    ]),
    `complete -c conductor -n '__fish_seen_subcommand_from help' -a ${quoted(commands.map(({ name }) => name).join(' '))}`,
    ...commands.flatMap((command) => [`complete -c conductor -n ${quoted(seen(command.name))} ${argumentOf(command)}`, ...command.flags.map((flag) => flagLine(command.name, flag))]),
    '',
  ].join('\n');
}

/** Whether a command was typed, in one word or in two. */
function seen(name: CommandName): string {
  const [word, second] = name.split('-');
  const one = `__fish_seen_subcommand_from ${name}`;
  return second === undefined ? one : `${one}; or begin; __fish_seen_subcommand_from ${word}; and __fish_seen_subcommand_from ${second}; end`;
}

function flagLine(name: CommandName, { flag, description, value }: Flag): string {
  return `complete -c conductor -n ${quoted(seen(name))} -l ${flag.slice(2)} ${valueOf(value)}-d ${quoted(description)}`;
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
