import { parseArgs } from 'node:util';
import { done, failed, isObject, nearest, parseJsonFile, type Failure, type Json, type Outcome } from '@nx-conductor/core';
import { ARGUMENTS, COMMAND_NAMES, groupOf, isCommand, OPTIONS, type CommandName, type Option } from './options';

/** What an option was given. */
export type OptionValue = boolean | number | string | readonly (string | object)[];

/** A command line that was understood. */
export interface Invocation {
  readonly command: CommandName | 'help' | 'version';
  /** Of `help`: the command to tell of, or the first word of several. */
  readonly about?: string | undefined;
  readonly project: string | undefined;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** Understands a command line, or says what was expected, what came and what to do. */
export function parseCommandLine(argv: readonly string[]): Outcome<Invocation> {
  const { tokens } = parseArgs({ args: [...argv], options: parserOptions(argv[0]), strict: false, allowPositionals: true, tokens: true });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const flags = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
  const [first, ...rest] = joinWords(words);
  if (flags.some((flag) => flag.name === 'version' || flag.rawName === '-v') && first === undefined) return done({ command: 'version', project: undefined, options: {} });
  // A script asked for a document: a page of help would be none.
  const asksHelp = flags.some((flag) => flag.name === 'help' || flag.rawName === '-h');
  if (first === undefined && !asksHelp && argv.includes('--json')) return failed({ code: 'usage', expected: `a command: ${COMMAND_NAMES.join(', ')}`, received: 'none', hint: 'conductor --help lists the commands' });
  if (first === undefined || first === 'help') return help(joinWords(rest)[0]);
  if (asksHelp) return help(first);
  if (!isCommand(first)) return failed(unknownCommand(first, rest[0]));
  const options: Record<string, OptionValue> = {};
  const failures: Failure[] = [];
  for (const flag of flags) {
    // `--log-file --json`: the value was forgotten. One that looks like an option is told by `=`.
    const forgotten = flag.inlineValue === false && /^-./.test(flag.value);
    const read = readOption(first, flag.rawName, flag.name, forgotten ? undefined : flag.value);
    if (read.ok) options[read.value.name] = joined(options[read.value.name], read.value.value);
    else failures.push(...read.failures);
  }
  if (failures.length > 0) return failed(...failures);
  if (rest.length > 1) return failed({ code: 'usage', expected: `one ${ARGUMENTS[first] ?? 'project'}`, received: rest.map((word) => JSON.stringify(word)).join(' and '), hint: `conductor ${first} <${ARGUMENTS[first] ?? 'project'}>` });
  const still = ['check', 'dry-run'].find((name) => options['watch'] === true && options[name] === true);
  if (still !== undefined) return failed({ code: 'usage', expected: `--watch or --${still}`, received: 'both', hint: '--watch stays and writes; leave one of them out' });
  return done({ command: first, project: rest[0], options });
}

/** The command that a command line is meant for, as far as one can tell where it was not understood. */
export function commandMeant(argv: readonly string[]): string {
  const { positionals } = parseArgs({ args: [...argv], options: parserOptions(argv[0]), strict: false, allowPositionals: true });
  return joinWords(positionals)[0] ?? '';
}

/** Lists grow; of everything else the last wins. */
const joined = (before: OptionValue | undefined, value: OptionValue): OptionValue => (Array.isArray(before) && Array.isArray(value) ? [...(before as readonly (string | object)[]), ...(value as readonly (string | object)[])] : value);

/** `cache status` as `cache-status`; other words stay as they are. */
function joinWords([first, second, ...others]: readonly string[]): string[] {
  const words = [first, second].filter((word) => word !== undefined);
  const joined = words.join('-');
  return words.length === 2 && isCommand(joined) ? [joined, ...others] : [...words, ...others];
}

function help(about: string | undefined): Outcome<Invocation> {
  if (about !== undefined && !isCommand(about) && groupOf(about).length === 0) return failed(unknownCommand(about));
  return done({ command: 'help', about, project: undefined, options: {} });
}

/** Tells the parser which options take a value, so that `--parallel 4` is not taken for an option and a project. */
function parserOptions(command: string | undefined): Record<string, { type: 'boolean' | 'string' }> {
  const options: readonly Option[] = command !== undefined && isCommand(command) ? OPTIONS[command] : Object.values(OPTIONS).flat();
  return Object.fromEntries(options.map((option) => [option.name, { type: option.type === 'boolean' ? 'boolean' : 'string' }]));
}

function readOption(command: CommandName, rawName: string, name: string, value: string | undefined): Outcome<{ name: string; value: OptionValue }> {
  const options: readonly Option[] = OPTIONS[command];
  const negated = name.startsWith('no-') ? options.find((option) => (option.negatable === true || option.off !== undefined) && `no-${option.name}` === name) : undefined;
  if (negated && value === undefined) return done({ name: negated.name, value: negated.off ?? false });
  if (negated) return failed({ code: 'usage', expected: `--${name} without a value`, received: JSON.stringify(value), hint: `leave ${JSON.stringify(`=${value}`)} out` });
  const option = options.find((each) => each.name === name);
  if (!option) return failed(unknownOption(command, rawName, options));
  const wanted = (expected: string): Outcome<never> => failed({ code: 'usage', expected: `--${option.name} with ${expected}`, received: value === undefined ? 'no value' : JSON.stringify(value), hint: `conductor ${command} --help` });
  switch (option.type) {
    case 'boolean':
      if (value === undefined || value === 'true') return done({ name, value: true });
      return value === 'false' ? done({ name, value: false }) : wanted('no value, true or false');
    case 'integer':
    case 'number': {
      const number = value === undefined || value.trim() === '' ? Number.NaN : Number(value);
      const least = option.least ?? 0;
      const fits = option.type === 'integer' ? Number.isSafeInteger(number) : Number.isFinite(number);
      return fits && number >= least ? done({ name, value: number }) : wanted(`${option.type === 'integer' ? 'a whole number' : 'a number'} from ${least}`);
    }
    case 'string':
      if (value === undefined || value === '') return wanted(option.values ? `one of ${option.values.join(', ')}` : 'a value');
      return option.values && !option.values.includes(value) ? wanted(`one of ${option.values.join(', ')}`) : done({ name, value });
    case 'list': {
      if (value === undefined || value === '') return wanted(option.values ? `one of ${option.values.join(', ')}` : 'a value');
      if (option.values && !option.values.includes(value)) return wanted(`one of ${option.values.join(', ')}`);
      const element = option.keys && value.startsWith('{') ? readElement(value, option.keys) : value;
      return element === undefined ? wanted(`an object in JSON with ${Object.entries(option.keys ?? {}).map(([key, { required }]) => (required ? key : `${key} (or not)`)).join(', ')}`) : done({ name, value: [element] });
    }
  }
}

/** An element of a list that is an object: its text in JSON. */
function readElement(text: string, keys: NonNullable<Option['keys']>): object | undefined {
  const parsed = parseJsonFile(text, '');
  if (!parsed.ok || !isObject(parsed.value)) return undefined;
  const value = parsed.value;
  const fits = (given: Json | undefined, list: boolean | undefined) => (list ? Array.isArray(given) && given.every((each) => typeof each === 'string') : typeof given === 'string');
  const known = Object.keys(value).every((key) => Object.hasOwn(keys, key) && fits(value[key], keys[key]?.list));
  return known && Object.entries(keys).every(([key, { required }]) => !required || Object.hasOwn(value, key)) ? value : undefined;
}

function unknownCommand(word: string, second?: string): Failure {
  const group = groupOf(word).map((name) => name.slice(word.length + 1));
  if (group.length > 0) {
    const near = second === undefined ? undefined : nearest(second, group);
    return { code: 'usage', expected: `${word} with ${group.join(', ')}`, received: second === undefined ? 'nothing after it' : JSON.stringify(second), hint: near ? `did you mean ${word} ${near}?` : `conductor ${word} --help tells of each` };
  }
  const near = nearest(word, COMMAND_NAMES);
  return { code: 'usage', expected: `a command: ${COMMAND_NAMES.join(', ')}`, received: JSON.stringify(word), hint: near ? `did you mean ${near}?` : 'conductor --help lists the commands' };
}

function unknownOption(command: CommandName, rawName: string, options: readonly Option[]): Failure {
  const known = [...options.map((option) => `--${option.negatable ? 'no-' : ''}${option.name}`), '--help'];
  const near = nearest(rawName, known);
  return { code: 'usage', expected: `an option of ${command}: ${known.join(', ')}`, received: rawName, hint: near ? `did you mean ${near}?` : `conductor ${command} --help tells of each` };
}
