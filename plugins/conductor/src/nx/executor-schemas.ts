import { COMMANDS } from '../cli/commands';
import { OPTIONS, type CommandName, type Option } from '../cli/options';

/** What Nx does with an option before the executor sees it. */
const THROUGH_NX: Readonly<Record<string, string>> = {
  check: 'Needs a target that Nx does not cache, as the inferred "check" is',
  'dry-run': 'Needs a target that Nx does not cache; "conductor generate --dry-run" needs none',
  watch: 'Needs a target that Nx does not cache; "nx watch" runs the cached one again on change',
  json: 'Nx prints lines of its own around it; for scripts, "conductor" is the better door',
  cache: "Nx has a cache of its own, which comes first: --skip-nx-cache",
  force: "Nx has a cache of its own, which comes first: --skip-nx-cache",
  parallel: 'On the command line Nx takes --parallel for itself; this one is for project.json and nx.json',
};

/** The commands that are no task: the guard is an input, `why` is about one file, and the others are about the machine. */
const NO_TASKS: ReadonlySet<CommandName> = new Set<CommandName>(['guard', 'why', 'rules-list', 'rules-test', 'rules-show', 'cache-verify', 'manifest-verify', 'doctor', 'completion']);

/** The commands that are executors too. */
export const EXECUTORS = (Object.keys(COMMANDS) as CommandName[]).filter((name) => !NO_TASKS.has(name));

/** Those that run many tasks in one process. */
const BATCHED: ReadonlySet<CommandName> = new Set<CommandName>(['generate', 'validate', 'compile']);

/** `executors.json` and the JSON Schema of each executor's options, by path in the package, as derived from the options of the command. */
export function executorFiles(): Readonly<Record<string, object>> {
  const executors = Object.fromEntries(
    EXECUTORS.map((name) => [name, { implementation: `./dist/executors/${name}`, ...(BATCHED.has(name) ? { batchImplementation: `./dist/executors/${name}-batch` } : {}), schema: `./schemas/executors/${name}.json`, description: sentence(COMMANDS[name].summary) }]),
  );
  return {
    'executors.json': { $schema: 'http://json-schema.org/schema', executors },
    ...Object.fromEntries(EXECUTORS.map((name) => [`schemas/executors/${name}.json`, executorSchema(name)])),
  };
}

function executorSchema(name: CommandName): object {
  const options: readonly Option[] = OPTIONS[name];
  return {
    $schema: 'https://json-schema.org/schema',
    version: 2,
    title: `Options of @nx-conductor/plugin:${name}`,
    description: `${sentence(COMMANDS[name].summary)}. ${COMMANDS[name].details}`,
    type: 'object',
    properties: Object.fromEntries(options.map((option) => [camelCase(option.name), optionSchema(option)])),
    additionalProperties: false,
  };
}

function optionSchema(option: Option): object {
  const note = THROUGH_NX[option.name];
  if (option.type === 'list') return { type: 'array', items: elementSchema(option), description: option.description };
  return {
    type: option.numeric ? [option.type, 'number'] : option.type,
    ...(option.type === 'integer' || option.type === 'number' ? { minimum: option.least ?? 0 } : {}),
    ...(option.values ? { enum: option.values } : {}),
    description: note === undefined ? option.description : `${option.description}. ${note}`,
    ...(option.type === 'boolean' ? { default: option.default ?? false } : option.default === undefined ? {} : { default: option.default }),
  };
}

function elementSchema({ keys, values }: Option): object {
  if (!keys) return { type: 'string', ...(values ? { enum: values } : {}) };
  const properties = Object.fromEntries(Object.entries(keys).map(([key, { description, list }]) => [key, { ...(list ? { type: 'array', items: { type: 'string' } } : { type: 'string' }), description }]));
  const object = { type: 'object', properties, required: Object.keys(keys).filter((key) => keys[key]?.required), additionalProperties: false };
  return { oneOf: [{ type: 'string' }, object] };
}

const camelCase = (name: string) => name.replace(/-[a-z]/g, (part) => part.slice(1).toUpperCase());

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
