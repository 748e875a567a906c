import { COMMANDS } from './commands';
import { EXIT_CODES, flagText, PLACES } from './help';
import { SWITCHES } from './optimizations';
import { ARGUMENTS, COMMAND_NAMES, OPTIONS, type CommandName, type Option } from './options';

/** The manual page `conductor(1)`, in the man macros that groff and mandoc know; from what `--help` is made of. */
export function manPage(version: string): string {
  return [
    `.TH CONDUCTOR 1 "" "Conductor ${roff(version)}" "Conductor"`,
    ...section('NAME', 'conductor - code generation as a build step: cached, incremental, checked, explained and safe'),
    '.SH SYNOPSIS',
    '.B conductor',
    '.I command',
    '.RI [ project ]',
    '.RI [ options ]',
    ...section('DESCRIPTION', ...Object.values(PLACES).map(([word, means]) => `${word}: ${means}.`), 'A command of two words may be written as such: cache status is cache-status.'),
    '.SH COMMANDS',
    ...COMMAND_NAMES.flatMap(commandLines),
    '.SH EXIT STATUS',
    ...EXIT_CODES.flatMap(([code, means]) => item(code, means)),
    '.SH ENVIRONMENT',
    ...item('NO_COLOR', 'No colours, whatever its value.'),
    ...item('CI', 'No colours, and no line that moves.'),
    ...Object.entries(SWITCHES).flatMap(([option, variable]) => item(variable, `As the option ${option}, where the command line does not have it.`)),
    '.SH FILES',
    ...item('conductor.json', 'Makes its folder a project.'),
    ...item('.conductor/patterns', "The workspace's own patterns."),
    ...item('.conductor/manifests', 'What each project owns.'),
    ...item('.conductor/runs', 'What each run did.'),
    ...item('.conductor/cache', 'Always safe to delete.'),
    '',
  ].join('\n');
}

function commandLines(name: CommandName): string[] {
  const { summary, details, examples } = COMMANDS[name];
  const argument = ARGUMENTS[name];
  const options: readonly Option[] = OPTIONS[name];
  return [
    `.SS ${roff(`conductor ${name} ${argument === undefined ? '[project]' : `<${argument}>`}`)}`,
    ...paragraph(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}. ${details}`),
    ...options.flatMap((option) => item(flagText(option), `${option.description}.`)),
    '.PP',
    'Examples:',
    ...examples.flatMap(([command, does]) => item(command, does)),
  ];
}

const section = (title: string, ...paragraphs: readonly string[]): string[] => [`.SH ${title}`, ...paragraphs.flatMap((text, index) => (index === 0 ? [roff(text)] : paragraph(text)))];

const paragraph = (text: string): string[] => ['.PP', roff(text)];

const item = (term: string, means: string): string[] => ['.TP', `.B ${roff(term)}`, roff(means)];

/** Text for roff: its escape character, hyphens that are to be typed, letters beyond ASCII, and no line that looks like a request. */
function roff(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/"/g, '\\(dq')
    .replace(/[^\n\x20-\x7e]/gu, (letter) => `\\[u${(letter.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}]`);
  return escaped.replace(/^[.']/, '\\&$&');
}
