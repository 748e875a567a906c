import { commandGroups, commandWords, firstWords, type CommandWords, type Flag } from './words';

/** The completion script for bash, from 3.2 on. It needs no other script. */
export function bashCompletion(): string {
  const commands = commandWords();
  const groups = commandGroups();
  const first = [...firstWords().map(({ word }) => word), '--help', '--version'];
  return [
    '# Completion of conductor for bash. In ~/.bashrc: eval "$(conductor completion bash)"',
    '_conductor() {',
    '  local cur="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}" at=1',
    '  # bash takes --option=value for three words.',
    "  if [[ $cur == '=' ]]; then cur=",
    "  elif [[ $before == '=' ]]; then before=\"${COMP_WORDS[COMP_CWORD-2]}\"",
    '  fi',
    '  COMPREPLY=()',
    '  case $command in',
    ...groups.map(({ word }) => `    ${word}) if ((COMP_CWORD > 1)); then command="${word}-\${COMP_WORDS[2]}" at=2; fi ;;`),
    '  esac',
    '  case "$at $COMP_CWORD $command" in',
    `    '1 1 '*) _conductor_words '${first.join(' ')}'; return ;;`,
    `    '1 2 help') _conductor_words '${commands.map(({ name }) => name).join(' ')}'; return ;;`,
    ...groups.map(({ word, commands: seconds }) => `    '2 2 ${word}-'*) _conductor_words '${seconds.map((each) => each.word).join(' ')}'; return ;;`),
    '  esac',
    '  case "$command $before" in',
    ...commands.flatMap(({ name, flags }) => flags.filter(({ value }) => value !== 'none').map((flag) => `    '${name} ${flag.flag}') ${valueOf(flag)}; return ;;`)),
    '  esac',
    '  case "$command" in',
    ...commands.map((command) => `    ${command.name}) if [[ $cur == -* ]]; then _conductor_words '${command.flags.map(({ flag }) => flag).join(' ')}'; else ${argumentOf(command)}; fi ;;`),
    '  esac',
    '}',
    "_conductor_words() { COMPREPLY=($(compgen -W \"$1\" -- \"$cur\")); }",
    "_conductor_paths() { local IFS=$'\\n'; compopt -o filenames 2>/dev/null; COMPREPLY=(${COMPREPLY[@]+\"${COMPREPLY[@]}\"} $(compgen \"$1\" -- \"$cur\")); }",
    '_conductor_projects() { _conductor_words "$("${COMP_WORDS[0]}" completion projects 2>/dev/null)"; _conductor_paths -d; }',
    'complete -F _conductor conductor',
    '',
  ].join('\n');
}

function valueOf({ value }: Flag): string {
  if (value === 'file') return '_conductor_paths -f';
  if (value === 'folder') return '_conductor_paths -d';
  return typeof value === 'string' ? ':' : `_conductor_words '${value.join(' ')}'`;
}

function argumentOf({ argument }: CommandWords): string {
  if (argument === 'project') return '_conductor_projects';
  return argument === 'file' ? '_conductor_paths -f' : `_conductor_words '${argument.join(' ')}'`;
}
