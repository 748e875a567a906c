import { commandGroups, commandWords, firstWords, type CommandWords, type Flag } from './words';

/** The completion script for zsh: for a folder of `$fpath` under the name `_conductor`, or to be evaluated. */
export function zshCompletion(): string {
  const commands = commandWords();
  const groups = commandGroups();
  const described = (entries: readonly { readonly word: string; readonly summary: string }[]) => entries.map(({ word, summary }) => `        ${quoted(`${word}:${summary}`)}`);
  return [
    '#compdef conductor',
    '# Completion of conductor for zsh. In ~/.zshrc, after compinit: eval "$(conductor completion zsh)"',
    '_conductor() {',
    '  local -a found',
    '  if ((CURRENT == 2)); then',
    '    found=(',
    ...described(firstWords()),
    '    )',
    "    _describe -t commands 'conductor command' found",
    '    return',
    '  fi',
    '  local command=$words[2]',
    '  case $command in',
    ...groups.flatMap(({ word, commands: seconds }) => [
      `    ${word})`,
      '      if ((CURRENT == 3)); then',
      '        found=(',
      ...described(seconds),
      '        )',
      `        _describe -t commands 'conductor ${word} command' found`,
      '        return',
      '      fi',
      `      command=${word}-$words[3]`,
      '      shift words; ((CURRENT--)) ;;',
    ]),
    '  esac',
    '  shift words; ((CURRENT--))',
    '  case $command in',
    ...commands.map((command) => `    ${command.name}) _arguments ${[...command.flags.map(argumentSpec), quoted(argumentOf(command))].join(' ')} ;;`),
    `    help) _arguments ${quoted(`1:command:(${commands.map(({ name }) => name).join(' ')})`)} ;;`,
    '  esac',
    '}',
    '_conductor_projects() {',
    '  local -a projects',
    "  projects=(${(f)\"$(conductor completion projects 2>/dev/null)\"})",
    "  _alternative 'projects:project:compadd -a projects' 'folders:folder:_path_files -/'",
    '}',
    '# Evaluated it registers itself; as a file of $fpath zsh calls it.',
    'if [[ $funcstack[1] == _conductor ]]; then _conductor "$@"; else compdef _conductor conductor; fi',
    '',
  ].join('\n');
}

/** As `_arguments` wants it: `--flag=[description]:message:action`. */
function argumentSpec({ flag, description, value, shown, repeatable }: Flag): string {
  const action = value === 'none' ? '' : `:${escaped(typeof value === 'string' ? shown : 'value')}:${actionOf(value)}`;
  return quoted(`${repeatable ? '*' : ''}${flag}${value === 'none' ? '' : '='}[${escaped(description)}]${action}`);
}

function actionOf(value: Flag['value']): string {
  if (value === 'file') return '_files';
  if (value === 'folder') return '_files -/';
  return typeof value === 'string' ? ' ' : `(${value.join(' ')})`;
}

function argumentOf({ argument }: CommandWords): string {
  if (argument === 'project') return '1:project:_conductor_projects';
  return argument === 'file' ? '1:artifact:_files' : `1:shell:(${argument.join(' ')})`;
}

const escaped = (text: string): string => text.replace(/[\\[\]:]/g, '\\$&');

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
