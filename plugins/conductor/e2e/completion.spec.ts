import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Asks the shells themselves what they offer. Where one is not installed, only the text of its script is looked at, and the name of the test says so. */
const COMMAND = join(__dirname, '..', 'bin', 'conductor.js');

const isInstalled = (shell: string) => spawnSync(shell, ['--version']).error === undefined;
const how = (shell: string) => `${shell}, ${isInstalled(shell) ? 'asked itself' : 'NOT INSTALLED HERE: only the text of its script is looked at'}`;

/** Lines as they are typed, and what comes after them. */
const CASES: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ['gen', ['generate']],
  ['cache', ['cache', 'cache-clean', 'cache-status', 'cache-verify']],
  ['cache ', ['clean', 'status', 'verify']],
  ['manifest cl', ['clean']],
  ['he', ['help']],
  ['help wh', ['why']],
  ['generate --on-c', ['--on-conflict']],
  ['generate codegen --no-ca', ['--no-cache']],
  ['generate --on-conflict ', ['fail', 'keep', 'merge', 'overwrite']],
  ['generate --on-conflict=ke', ['keep']],
  ['pipeline --skip=ty', ['typecheck']],
  ['cache clean --max-a', ['--max-age-days']],
  ['cache-clean --max-e', ['--max-entries']],
  ['generate c', ['clients', 'codegen']],
  ['pipeline @sc', ['@scope/api']],
  // A project that has the name of a command is a project.
  ['compile metrics --form', []],
  ['manifest verify mo', ['models']],
  ['generate --log-file m', ['m.yaml', 'models']],
  ['why models/', ['a.txt']],
  ['completion ', ['bash', 'fish', 'zsh']],
  ['generate --parallel ', []],
];

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'conductor completion é ')));
  for (const each of ['bin', 'models']) mkdirSync(join(folder, each));
  for (const each of ['m.yaml', join('models', 'a.txt')]) writeFileSync(join(folder, each), '');
  // Stands in for the command: it is asked for the names of projects only.
  writeFileSync(join(folder, 'bin', 'conductor'), '#!/bin/sh\n[ "$*" = "completion projects" ] && printf "%s\\n" codegen clients @scope/api\n', { mode: 0o755 });
  writeFileSync(join(folder, 'script.zsh'), script('zsh'));
  writeFileSync(join(folder, 'script.fish'), script('fish'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = (shell: string) => execFileSync(process.execPath, [COMMAND, 'completion', shell], { encoding: 'utf8' });
const environment = (more: Record<string, string> = {}) => ({ PATH: `${join(folder, 'bin')}:/usr/local/bin:/usr/bin:/bin`, HOME: folder, TERM: 'vt100', LANG: 'C.UTF-8', ...more });
/** Without what a shell puts around: the option before a value, the folder before a name, the slash behind one. */
const plain = (offered: readonly string[]) => [...new Set(offered.map((each) => each.replace(/^--[\w-]+=/, '').replace(/\/$/, '').replace(/^models\//, '')))].sort();

describe(how('fish'), () => {
  if (isInstalled('fish')) {
    let offered: string[][];
    beforeAll(() => {
      const asked = 'source script.fish; for line in $argv; complete -C "conductor $line"; echo "<end>"; end';
      const said = execFileSync('fish', ['--no-config', '-c', asked, ...CASES.map(([line]) => line)], { cwd: folder, env: environment(), encoding: 'utf8' });
      offered = said.split('<end>\n').map((each) => each.split('\n').filter(Boolean).map((word) => word.split('\t')[0] as string));
    });
    it.each(CASES.map((each, index) => [...each, index] as const))('conductor %s', (_, expected, index) => expect(plain(offered[index] as string[])).toEqual(expected));
  }

  it('the script says so', () => {
    const text = script('fish');
    expect(text).toContain("complete -c conductor -n '__conductor_is generate' -l on-conflict -x -a 'fail keep overwrite merge' -d ");
    expect(text).toContain("complete -c conductor -n '__conductor_second cache' -a clean -d ");
    expect(text).toContain("complete -c conductor -n '__conductor_is why' -F\n");
    expect(text.split('\n').every((line) => line === '' || /^(#|function |complete -c conductor )/.test(line))).toBe(true);
  });
});

/** Types lines into a zsh of its own, in a terminal that zsh makes, and keeps all that its completion adds for each. */
const ASK_ZSH = String.raw`
zmodload zsh/zpty
: > $ANSWER
zpty inner zsh -f -i
zpty -w inner 'PROMPT= LISTMAX=100000; unsetopt beep; autoload -Uz compinit && compinit -u -D; eval "$(<script.zsh)"'
zpty -w inner 'compadd() {
  case " ${'$'}{@[1,(i)(-|--)]} " in (*\ -[A-Za-z]#[OAD]\ *) builtin compadd "$@"; return;; esac
  local -a hits; builtin compadd -A hits "$@"; print -rl -- $hits >> $ANSWER; builtin compadd "$@"
}'
zpty -w inner 'finish() { print "<end>" >> $ANSWER }; zle -N finish; bindkey "^X" finish; bindkey "^T" list-choices; print "<end>" >> $ANSWER'
ends=0
wait_for_end() { ((ends++)); for _ in {1..1000}; do while zpty -rt inner heard; do :; done; (($(grep -c "<end>" $ANSWER) >= ends)) && return; sleep 0.02; done; exit 1; }
wait_for_end
for line; do zpty -w -n inner $'\C-u'"conductor $line"$'\C-t\C-x'; wait_for_end; done
zpty -d inner
`;

describe(how('zsh'), () => {
  if (isInstalled('zsh')) {
    const offered: string[][] = [];
    beforeAll(() => {
      const answer = join(folder, 'bin', 'answer');
      execFileSync('zsh', ['-f', '-c', ASK_ZSH, 'zsh', ...CASES.map(([line]) => line)], { cwd: folder, env: environment({ ANSWER: answer }), encoding: 'utf8' });
      const [, ...answers] = readFileSync(answer, 'utf8').split('<end>\n');
      offered.push(...answers.slice(0, -1).map((each) => each.split('\n').filter(Boolean)));
    });
    it.each(CASES.map((each, index) => [...each, index] as const))('conductor %s', (_, expected, index) => expect(plain(offered[index] as string[])).toEqual(expected));
  }

  it('the script says so', () => {
    const text = script('zsh');
    expect(text).toContain("'--on-conflict=[");
    expect(text).toContain(']:value:(fail keep overwrite merge)');
    expect(text).toMatch(/^ {4}why\) _arguments .*'1:artifact:_files' ;;$/m);
    expect(text).toMatch(/^#compdef conductor\n/);
  });
});
