import { fixText, judgeText, knownLanguage, loadEngine, prepare, testRule, type Candidate, type Case, type Rule, type Verdict } from '@nx-conductor/check';
import { createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { DEFAULT_OPTIONS, generate, projectAt, validateProject, type GenerateOptions, type KeptJury, type ValidateOptions } from '@nx-conductor/run';
import { EDITION, workspace } from './bench';

/** Two rules: one with a fix, and one without. */
export const RULES = `id: no-shout
version: 1
kinds: [typescript]
severity: error
confidence: 0.9
message: shouts $A
help: say it quietly
rule: { pattern: 'shout($A)' }
fix: say($A)
valid: ['say(1);']
invalid: [{ code: 'shout(1);', fixed: 'say(1);' }]
---
id: no-secret
version: 1
kinds: [typescript]
severity: error
confidence: 0.9
message: a secret
help: read it from the environment
rule: { pattern: 'const secret = $A' }
structural: true
valid: ['const a = 1;']
invalid: ['const secret = 1;']
`;

export const CONFIG = { specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'words' }], output: 'out' };

/** A workspace whose one pattern makes a TypeScript file of each item, with the item's text in it. */
export function words(config: object, items: Readonly<Record<string, string>>, changes: Readonly<Record<string, string | undefined>> = {}): MemoryDisk {
  return workspace({
    '/ws/app/conductor.json': `${JSON.stringify({ ...CONFIG, ...config }, null, 2)}\n`,
    '/ws/app/spec.json': JSON.stringify({ words: Object.fromEntries(Object.entries(items).map(([name, text]) => [name, { text }])) }),
    '/ws/.conductor/patterns/words/pattern.json': JSON.stringify({ id: 'words', outputs: [{ template: 'word.ejs', forEach: '/words', to: '<%= item.name %>.ts' }] }),
    '/ws/.conductor/patterns/words/word.ejs': '<%- item.text %>\n',
    '/ws/.conductor/rules/own.yml': RULES,
    ...changes,
  });
}

/** What a jury was asked. */
export interface Asked {
  /** First lines of the texts that were judged or mended, in order. */
  readonly judged: string[];
  readonly mended: string[];
  /** Rules whose examples ran. */
  proved: number;
  called: number;
  /** How often it was made ready. */
  readied: number;
}

/** What a jury comes to on a text that says `hang()`. */
const ENDLESS: Verdict = { outcome: 'uncertain', doubts: [{ code: 'time-limit', rule: 'no-shout', limitMs: 250 }], findings: [], suppressed: [] };

/** A jury in this process that counts what it is asked. */
export function counting(): { readonly jury: KeptJury; readonly asked: Asked } {
  const asked: Asked = { judged: [], mended: [], proved: 0, called: 0, readied: 0 };
  const rulesOf = ({ ruleSets }: Case, { ruleSet }: Candidate) => ruleSets[ruleSet] as readonly Rule[];
  const firstLine = ({ text }: Candidate) => text.split('\n')[0] as string;
  const call: KeptJury['call'] = () => {
    asked.called += 1;
    const engine = loadEngine();
    return {
      judge: (what) => Promise.resolve(what.files.map((file) => (asked.judged.push(firstLine(file)), file.text.includes('hang()') ? ENDLESS : judgeText(engine, file.text, file.language, rulesOf(what, file))))),
      fix: (what) => Promise.resolve(what.files.map((file) => (asked.mended.push(firstLine(file)), fixText(engine, file.text, file.language, prepare(rulesOf(what, file), knownLanguage(file.language)))))),
      test: (rules) => ((asked.proved += rules.length), Promise.resolve(rules.map((rule) => testRule(engine, rule)))),
      ready: () => void (asked.readied += 1),
      close: () => undefined,
    };
  };
  return { jury: { call, gathered: () => call(1), close: () => undefined }, asked };
}

export const ASKED: ValidateOptions = { check: false, dryRun: false, explain: false, force: false, fix: false, strict: false, files: [] };

/** Runs `validate` for the project in `/ws/app`, so long after the last write that no file counts as racy. */
export async function validate(disk: MemoryDisk, options: Partial<ValidateOptions> = {}) {
  disk.tick(60_000);
  const { jury, asked } = counting();
  return { ...(await validateProject(createMemoryMachine(disk), EDITION, projectAt(disk, '/ws/app'), { ...ASKED, ...options, jury })), asked };
}

/** Runs `generate` for it, with rules. */
export async function generateRuled(disk: MemoryDisk, options: Partial<GenerateOptions> = {}) {
  disk.tick(60_000);
  const { jury, asked } = counting();
  return { ...(await generate(createMemoryMachine(disk), EDITION, projectAt(disk, '/ws/app'), { ...DEFAULT_OPTIONS, ...options, jury })), asked };
}
