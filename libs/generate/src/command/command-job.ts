import { byCodeUnit, collect, digestOf, done, failed, type Digest, type Outcome, type Spec } from '@nx-conductor/core';
import type { CommandOutput, Pattern } from '../pattern/pattern';
import { fillArguments, NoArgument, placeholdersIn } from './placeholders';
import { commandKey, type PlannedCommand } from './planned';
import type { DeclaredFile, Surroundings } from './surroundings';

/** What all commands of one output rule have in common. */
export interface CommandRule {
  /** Digests of what they depend on, by what they are of. */
  readonly parts: Readonly<Record<string, Digest>>;
  /** The same of one item. */
  readonly partsOf: (file: string | undefined) => Readonly<Record<string, Digest>>;
  /** The command for the values of one item. */
  readonly plan: (values: Values, job: string) => Outcome<PlannedCommand>;
}

/** What placeholders are filled from. */
export interface Values {
  readonly item: unknown;
  readonly options: unknown;
  /** Path of the item's file as the command sees it, for items of the collection `files`. */
  readonly file: string | undefined;
}

/** Looks at what the commands of a rule depend on. Fails for programs that are not there. */
export function commandRule(output: CommandOutput, pattern: Pattern, spec: Spec, surroundings: Surroundings): Outcome<CommandRule> {
  const shown = `${pattern.folder.shown}/pattern.json`;
  const names = [...new Set([output.run[0] as string, ...output.programs])];
  const found = collect(
    names.map((name): Outcome<readonly [string, Digest]> => {
      const digest = surroundings.program(name);
      return digest === undefined ? failed({ code: 'unknown-program', place: { file: shown }, program: name, looked: surroundings.looked }) : done([name, digest]);
    }),
  );
  if (!found.ok) return found;
  const programs = Object.fromEntries(found.value);
  const mentioned = new Set(output.run.flatMap(placeholdersIn));
  const inputs = surroundings.inputs(output.inputs);
  const environment = surroundings.environment(output.env);
  const folder = mentioned.has('pattern') ? digestOf([...pattern.folder.files.values()].map(({ path, digest }) => `${path} ${digest}`).sort(byCodeUnit).join('\n')) : undefined;
  const specFiles = spec.files.map((file) => surroundings.file(file.path));
  const specRead = mentioned.has('spec.file') ? specFiles : [];
  const parts = {
    ...Object.fromEntries(names.map((name) => [`program ${name}`, programs[name] as Digest])),
    ...Object.fromEntries(output.env.map((name) => [`variable ${name}`, surroundings.environment([name])])),
    ...inputParts(inputs),
    ...(specRead.length > 0 ? { 'spec files': digestOfFiles(specRead) } : {}),
    ...(folder === undefined ? {} : { 'pattern folder': folder }),
  };
  const byLocal = new Map(specFiles.map((file) => [file.local, file]));
  return done({
    parts,
    partsOf: (file) => (file === undefined ? {} : { [`file ${file}`]: byLocal.get(file)?.digest ?? '' }),
    plan({ item, options, file }, job) {
      const values = { item, options, spec: { file: specFiles[0]?.local, name: spec.name, adapter: spec.adapter }, pattern: '{pattern}' };
      try {
        const [program, ...args] = fillArguments(output.run, values) as [string, ...string[]];
        const own = file === undefined ? [] : [byLocal.get(file) as DeclaredFile];
        const files = [...new Map([...own, ...specRead, ...inputs].map((each) => [each.local, each])).values()].sort((a, b) => byCodeUnit(a.local, b.local));
        return done({ key: commandKey({ programs, args, environment, files, pattern: folder }), program, args, files, env: output.env, timeoutMs: output.timeoutMs });
      } catch (error) {
        if (!(error instanceof NoArgument)) throw error;
        return failed({ code: 'invalid-value', place: { file: shown }, what: `{${error.placeholder}} for ${job}`, expected: 'a text, a number or a boolean', received: shortly(error.received) });
      }
    },
  });
}

/** So many inputs are told by name when they change. More are one part: each job lists the numbers of its parts. */
const NAMED_INPUTS = 50;

function inputParts(inputs: readonly DeclaredFile[]): Readonly<Record<string, Digest>> {
  if (inputs.length > NAMED_INPUTS) return { inputs: digestOfFiles(inputs) };
  return Object.fromEntries(inputs.map(({ local, digest }) => [`input ${local}`, digest]));
}

const digestOfFiles = (files: readonly DeclaredFile[]) => digestOf(files.map(({ local, digest }) => `${digest} ${local}`).join('\n'));

const shortly = (value: unknown) => (value === undefined ? 'nothing' : Array.isArray(value) ? 'a list' : value === null ? 'null' : `a value of type ${typeof value}`);
