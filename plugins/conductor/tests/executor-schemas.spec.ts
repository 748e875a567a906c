import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OPTIONS } from '../src/cli/options';
import { parseCommandLine } from '../src/cli/parse';
import { commandLine } from '../src/nx/command-line';
import { executorFiles, EXECUTORS } from '../src/nx/executor-schemas';

const home = join(__dirname, '..');

describe('executors', () => {
  it.each(Object.entries(executorFiles()))('%s says what the command does (UPDATE_GOLDEN=1 writes it)', (name, content) => {
    const text = `${JSON.stringify(content, null, 2)}\n`;
    const path = join(home, name);
    if (process.env['UPDATE_GOLDEN']) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it.each(EXECUTORS)('%s takes every option of the command, and the command understands what it hands on', (name) => {
    const { properties } = executorFiles()[`schemas/executors/${name}.json`] as { properties: Record<string, { type: string; enum?: string[]; items?: { enum?: string[] }; default?: unknown }> };
    const options = Object.fromEntries(
      Object.entries(properties).map(([key, { type, enum: values, items, default: byDefault }]) => [key, values?.at(-1) ?? items?.enum?.at(-1) ?? (type === 'boolean' ? byDefault !== true : type === 'number' || type === 'integer' ? 3 : 'text')]),
    );
    // --watch excludes those that write nothing, so each is handed on without the other.
    const understood = [['watch'], ['check', 'dryRun']].flatMap((without) => {
      const parsed = parseCommandLine(commandLine(name, 'libs/api', Object.fromEntries(Object.entries(options).filter(([key]) => !without.includes(key)))));
      expect(parsed).toMatchObject({ ok: true, value: { command: name, project: 'libs/api' } });
      return parsed.ok ? Object.keys(parsed.value.options) : [];
    });
    expect([...new Set(understood)].sort()).toEqual(OPTIONS[name].map((option) => option.name).sort());
  });

  it('hands on nothing for options at their defaults', () => {
    expect(commandLine('generate', '.', { check: false, dryRun: false, cache: true, parallel: undefined })).toEqual(['generate', '.']);
    expect(commandLine('generate', '.', { dryRun: true, cache: false, onConflict: 'keep' })).toEqual(['generate', '.', '--dry-run', '--no-cache', '--on-conflict=keep']);
    // What Nx puts in for options that nobody gave.
    expect(commandLine('metrics', '.', { json: true, format: 'text', last: 3 })).toEqual(['metrics', '.', '--json', '--last=3']);
    expect(commandLine('validate', '.', { json: true, format: 'sarif' })).toEqual(['validate', '.', '--json', '--format=sarif']);
  });
});
