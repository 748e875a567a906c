import { swap, swapLast, insertBefore } from './edit.mjs';

/**
 * Faults that are put into good TypeScript. `local`: someone who sees the place could mend it there, without knowing what the
 * program is for. Each gives undefined where it has no place.
 */
export const TYPESCRIPT_FAULTS = [
  { what: 'a field of an exported interface is any', local: true, put: (text) => swap(text, /^( {2}(?:readonly )?\w+): string;$/m, '$1: any;') },
  { what: 'an index of an exported interface gives any', local: true, put: (text) => swap(text, /Record<string, string>;/, 'Record<string, any>;') },
  { what: 'an exported function takes any', local: true, put: (text) => swap(text, /^(export function \w+)\((\w+): (unknown|\w+)(?=[,)])/m, '$1($2: any') },
  { what: 'a public method promises any', local: true, put: (text) => swap(text, /^( {2}async \w+\([^)]*\)): Promise<\w+\[\]>/m, '$1: Promise<any[]>') },
  { what: 'an exported alias is any', local: true, put: (text) => swap(text, /^(export type New\w+) = [^;]+;/m, '$1 = Partial<Record<string, any>>;') },
  { what: 'a field is of the wrapper type String', local: true, put: (text) => swap(text, /^( {2}(?:readonly )?\w+): string;$/m, '$1: String;') },
  { what: 'a field is of the wrapper type Number', local: true, put: (text) => swap(text, /^( {2}(?:readonly )?\w+): number;$/m, '$1: Number;') },
  { what: 'a field is of the wrapper type Boolean', local: true, put: (text) => swap(text, /^( {2}(?:readonly )?\w+): boolean;$/m, '$1: Boolean;') },
  { what: 'a listener is of the type Function', local: true, put: (text) => swap(text, /^( {2}(?:readonly )?labels: .*)$/m, '$1\n  onChange?: Function;') },
  { what: 'a list that all may change is exported', local: true, put: (text) => swap(text, /^export const (\w+_STATES)/m, 'export let $1') },
  { what: 'compares with ==', local: true, put: (text) => swap(text, / === (?!null|undefined|')/, ' == ') ?? swap(text, / === '/, " == '") },
  { what: 'compares with !=', local: true, put: (text) => swap(text, / !== (201|'object')/, ' != $1') },
  { what: 'throws a text', local: true, put: (text) => swap(text, /throw new Error\((`[^`]*`)(?:, [^)]*)?\)/, 'throw $1') },
  { what: 'swallows a failure', local: true, put: (text) => swap(text, /catch \(error\) \{\n[^}]*?\n( *)\}/, 'catch (error) {}') },
  { what: 'swallows a failure, with an empty block over two lines', local: true, put: (text) => swap(text, /catch \(error\) \{\n[^}]*?\n( *)\}/, 'catch {\n$1}') },
  { what: 'never looks at the status of an answer', local: true, put: (text) => swap(text, /(?:\n +if \(answer\.status === 404\) return undefined;)?\n +if \(!(response|answer)\.ok\) throw [^\n]+/, '') },
  { what: 'does not wait for a promise of the same file', local: true, put: (text) => swap(text, /await (this\.report|note)\(/, '$1(') },
  { what: 'does not wait for fetch', local: true, put: (text) => swap(text, /^( +)await fetch\(/m, '$1fetch(') },
  { what: 'uses var', local: true, put: (text) => swap(text, /^( +)let (\w+ = \d+;)$/m, '$1var $2') },
  { what: 'a stop for the debugger', local: true, put: (text) => swap(text, /^( {2,4})(return|const|await) /m, '$1debugger;\n$1$2 ') },
  { what: 'an error is answered with 200', local: true, role: 'http-service', put: (text) => swap(text, /status\((404|422|500)\)\.json\(\{ error/, 'status(200).json({ error') },
  { what: 'a failure is answered without a status', local: true, role: 'http-service', put: (text) => swap(text, /res\.status\(500\)\.json/, 'res.json') },
  { what: 'the caller gets the stack', local: true, role: 'http-service', put: (text) => swap(text, /logger\.error\(error\);\n( +)res\.status\(500\)\.json\(\{ error: '[^']*' \}\)/, 'logger.error(error);\n$1res.status(500).json({ error: error.stack })') },
  { what: 'one test is run alone', local: true, role: 'test', put: (text) => swapLast(text, /^( +)(it|test)\('/m, "$1$2.only('") },
  { what: 'a group of tests is run alone', local: true, role: 'test', put: (text) => swap(text, /^describe\('/m, "describe.only('") },
  { what: 'an assertion on a promise is not awaited', local: true, role: 'test', put: (text) => swap(text, /await (expect\([^\n]+\.rejects)/, '$1') },

  { what: 'SQL out of a template', put: (text) => swap(text, /'(SELECT [^']*) = \$1', \[(\w+)\]/, '`$1 = ${$2}`') },
  { what: 'SQL out of a template, with quotes', put: (text) => swap(text, /'(DELETE [^']*) = \$1', \[(\w+)\]/, "`$1 = '${$2}'`") },
  { what: 'SQL by concatenation', put: (text) => swap(text, /'(SELECT [^']*|DELETE [^']*) = \$1', \[(\w+)\]/, "'$1 = ' + $2") },
  { what: 'a connection is not given back', put: (text) => swap(text, / finally \{\n +client\.release\(\);\n +\}/, '') },
  { what: 'a file is not closed', put: (text) => swap(text, /try \{\n( +for [\s\S]*?\n +\})\n +\} finally \{\n +await handle\.close\(\);\n +\}/, '$1') },
  { what: 'a file is not closed (sync)', put: (text) => swap(text, /try \{\n( +writeSync[^\n]*)\n +\} finally \{\n +closeSync\(handle\);\n +\}/, '$1') },
  { what: 'the address of a machine', put: (text) => swap(text, /`\$\{(?:this\.base|baseUrl\(\))\}\//, '`http://localhost:8080/') },
  { what: 'the address of a machine by number', put: (text) => swap(text, /`\$\{(?:this\.base|baseUrl\(\))\}\//, '`http://192.168.0.12:3000/') },
  { what: 'a key in clear text', put: (text) => insertBefore(text, /^(\/\*\*|export )/m, "const apiKey = 'k3y-9f8e7d6c5b4a';\n\n") },
  { what: 'a password in clear text', put: (text) => insertBefore(text, /^(\/\*\*|export )/m, "const connection = { user: 'service', password: 'Sommer2024!' };\n\n") },
  { what: 'the token of a service', put: (text) => insertBefore(text, /^(\/\*\*|export )/m, "const deploy = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';\n\n") },
  { what: 'a place on one machine', put: (text) => swap(text, /join\(process\.cwd\(\), 'exports'\)/, "'/home/anna/shop/exports'") },
  { what: 'a place on one Windows machine', put: (text) => swap(text, /join\(process\.cwd\(\), 'exports'\)/, "'C:\\\\\\\\Users\\\\\\\\anna\\\\\\\\exports'") },
  { what: 'runs a text as code', put: (text) => swap(text, /JSON\.parse\((\w+)\)/, 'eval(`(${$1})`)') },
  { what: 'a body that is not written yet', put: (text) => swap(text, /\{\n( +)return [^\n]+\n( *)\}/, "{\n$1throw new Error('Not implemented');\n$2}") },
  { what: 'a type in snake_case', put: (text) => swap(text, /^export (class|interface) ([A-Z]\w+?)(Index|Client|Repository|FormProps)? /m, (_all, kind, name, end = 'Row') => `export ${kind} ${name.toLowerCase()}_${end.toLowerCase()} `) },
  { what: 'a function in snake_case', put: (text) => swap(text, /^export function ([a-z]+)([A-Z]\w*)\(/m, (_all, verb, rest) => `export function ${verb}_${rest.toLowerCase()}(`) },
  { what: 'a method in snake_case', put: (text) => swap(text, /^ {2}async (list|find|add|create|remove)\(/m, '  async $1_one(') },
  { what: 'the type check is switched off for a line', put: (text) => swap(text, /^( +)(return|const) /m, '$1// @ts-ignore\n$1$2 ') },
  { what: 'the type check is switched off for the file', put: (text) => `// @ts-nocheck\n${text}` },
  { what: 'the condition is always true', put: (text) => swap(text, /if \((?!await|!?is)[^()]+\) /, 'if (true) ') },
  { what: 'drops a promise in a function that cannot wait', put: (text) => `${text}\nexport function warm(url: string): void {\n  fetch(url);\n}\n` },
  { what: 'forEach over an async function', put: (text) => swap(text, /for \(const (\w+) of list\) await this\.create\(\w+\);/, 'list.forEach(async ($1) => { await this.create($1); });') },
  { what: 'a status that there is not', role: 'http-service', put: (text) => swap(text, /status\((201|404)\)/, 'status(2010)') },
  { what: 'input is used as it came', role: 'http-service', put: (text) => swap(text, /(?:validate\(\w+\), )([\s\S]*)validate\(\w+\), /, '$1')?.replace("import { validate } from './validate.js';\n", '') },
  { what: 'input is used as it came (no schema)', role: 'http-service', put: (text) => swap(text, /const input = [\s\S]*?\n {4}\}\n( +)(.*)input\.data/, '$2req.body') },
  { what: 'only successes are answered', role: 'http-service', put: (text) => swap(swap(text, /\n +if \(\w+ === undefined\) \{[\s\S]*?\n {4}\}/, ''), /\n +if \(!input\.success\) \{[\s\S]*?\n {4}\}/, '') },
  { what: 'a test without an assertion', role: 'test', put: lastTestEmptied },
  { what: 'a test that holds whatever happens', role: 'test', put: (text) => swapLast(text, /^( +)expect\([^\n]+$/m, '$1expect(true).toBe(true);') },
  { what: 'a test is skipped', role: 'test', put: (text) => swapLast(text, /^( +)(it|test)\('/m, "$1$2.skip('") },
  { what: 'a folder is left behind', role: 'test', put: (text) => swap(text, /\n {2}afterEach\(\(\) => \{\n +rmSync[^\n]+\n {2}\}\);\n/, '') },
  { what: 'a part of the lifecycle is not tested', role: 'test', put: (text) => (/CRUD/.test(text) ? text.replaceAll(/\n +await store\.update\(id[^\n]+\n[^\n]+/g, '').replace(/store\.update\('none', [^)]*\)/, "store.get('none')") : undefined) },
];

/** The last test keeps what it does and loses what it says of it. */
function lastTestEmptied(text) {
  const at = Math.max(text.lastIndexOf("  it('"), text.lastIndexOf("  test('"));
  if (at < 0) return undefined;
  const head = text.slice(0, at);
  const tail = text.slice(at).replace(/\n +(?:await )?expect\(store\.([^\n]*?)\)\.rejects[^\n]+/, '\n    await store.$1;').replace(/\n +expect\([^\n]+/g, '').replace(/\.expect\(\d+\)/, '');
  return tail === text.slice(at) || tail.includes('expect') ? undefined : head + tail;
}
