import { COMMANDS } from '../src/cli/commands';
import { ARGUMENTS, COMMAND_NAMES, OPTIONS, type CommandName, type Option } from '../src/cli/options';

const HEAD = `# Options

Every option of every command, made from the tables that the parser, \`--help\` and the executors' schemas are made from.
Through Nx an option has the same name in camel case: \`--dry-run\` is \`dryRun\`. What stays the same from run to run stands
in \`conductor.json\`: [configuration.md](configuration.md).
`;

/** The page that documents the options, as Markdown. */
export function optionsPage(): string {
  return HEAD + COMMAND_NAMES.map(commandPart).join('');
}

function commandPart(name: CommandName): string {
  const options: readonly Option[] = OPTIONS[name];
  const rows = options.map((option) => `| \`${flagOf(option)}\` | ${option.description.replaceAll('|', '\\|')} |\n`).join('');
  return `\n## ${name}\n\n\`conductor ${name} ${ARGUMENTS[name] === undefined ? '[project]' : `<${ARGUMENTS[name]}>`}\`: ${COMMANDS[name].summary}. ${COMMANDS[name].details}\n${rows === '' ? '' : `\n| option | means |\n|---|---|\n${rows}`}`;
}

function flagOf({ name, negatable, value }: Option): string {
  return `--${negatable ? 'no-' : ''}${name}${value === undefined ? '' : ` ${value.replaceAll('|', '\\|')}`}`;
}
