import { COMMANDS } from '../commands';
import { flagText } from '../help';
import { ARGUMENTS, COMMAND_NAMES, groupOf, OPTIONS, SHELLS, type CommandName, type Option } from '../options';

/** What may be typed after a command: for the scripts of all shells. */
export interface CommandWords {
  readonly name: CommandName;
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly argument: 'project' | 'file' | readonly string[];
}

/** An option as it is typed. */
export interface Flag {
  readonly flag: string;
  readonly description: string;
  /** What follows it: nothing, one of some words, a path, or what nobody can guess. */
  readonly value: 'none' | 'file' | 'folder' | 'any' | readonly string[];
  /** Shown in place of the value. */
  readonly shown: string;
  readonly repeatable: boolean;
}

/** The commands with all that they understand, in the order of `--help`. */
export function commandWords(): readonly CommandWords[] {
  return COMMAND_NAMES.map((name) => ({ name, summary: COMMANDS[name].summary, flags: [...OPTIONS[name].map(flagOf), HELP], argument: argumentOf(name) }));
}

/** What may be typed first, for shells that show a summary with it. */
export function firstWords(): readonly { readonly word: string; readonly summary: string }[] {
  const groups = commandGroups().map(({ word, commands }) => ({ word, summary: commands.map((each) => each.word).join(', ') }));
  return [...COMMAND_NAMES.map((name) => ({ word: name, summary: COMMANDS[name].summary })), ...groups, { word: 'help', summary: 'tell of a command' }];
}

/** First words of two, each with the commands that it begins. */
export function commandGroups(): readonly { readonly word: string; readonly commands: readonly { readonly word: string; readonly summary: string }[] }[] {
  const words = [...new Set(COMMAND_NAMES.flatMap((name) => (name.includes('-') ? [name.slice(0, name.indexOf('-'))] : [])))];
  return words.map((word) => ({ word, commands: groupOf(word).map((name) => ({ word: name.slice(word.length + 1), summary: COMMANDS[name].summary })) }));
}

const HELP: Flag = { flag: '--help', description: 'Tell of the command', value: 'none', shown: '', repeatable: false };

function flagOf(option: Option): Flag {
  return {
    flag: flagText(option).split(' ')[0] as string,
    // The rest is for those who read.
    description: option.description.split(/;|\. |\.$/)[0] as string,
    value: valueOf(option),
    shown: option.value ?? '',
    repeatable: option.type === 'list',
  };
}

function valueOf({ type, value, values }: Option): Flag['value'] {
  if (type === 'boolean') return 'none';
  if (values) return values;
  if (value === 'FILE') return 'file';
  return value === 'FOLDER' ? 'folder' : 'any';
}

function argumentOf(name: CommandName): CommandWords['argument'] {
  if (ARGUMENTS[name] === undefined) return 'project';
  return ARGUMENTS[name] === 'shell' ? SHELLS : 'file';
}
