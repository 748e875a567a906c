import Ajv from 'ajv';
import fc from 'fast-check';
import type { FileFinding } from '@nx-conductor/run';
import { sarifOf } from '../src/cli/sarif';

const EDITION = { version: '1.2.3', build: '', home: '' };

const ajv = new Ajv({ allErrors: true, schemaId: 'auto', logger: false }).addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json') as object);

/** The schema of SARIF 2.1.0 in the version that schemastore.org, and so GitHub, goes by. */
const validate = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object);

const schemaFaults = (document: object): readonly unknown[] => (validate(JSON.parse(JSON.stringify(document))) === true ? [] : (validate.errors ?? []));

const place = fc.record({ line: fc.integer({ min: 1, max: 9999 }), column: fc.integer({ min: 1, max: 999 }), length: fc.nat(99), start: fc.nat(99999) });
const path = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).filter((part) => !/[/\0]/.test(part) && part !== '.' && part !== '..'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));

const finding: fc.Arbitrary<FileFinding> = fc
  .record({ rule: fc.constantFrom('no-shout', 'parse', 'unused-suppression'), severity: fc.constantFrom('error', 'warning', 'info'), confidence: fc.double({ min: 0, max: 1, noNaN: true }), message: fc.string({ unit: 'grapheme' }), help: fc.constantFrom('', 'unknown', 'say it quietly'), file: path, place, sourceLine: fc.string(), fix: fc.option(fc.string(), { nil: undefined }), structural: fc.boolean() })
  .map(({ place: { line, column, length, start }, fix, ...rest }) => ({ ...rest, line, column, endLine: line, endColumn: column + length, start, end: start + length, ...(fix === undefined ? {} : { fix: { start, end: start + length, text: fix } }) }));

describe('SARIF', () => {
  it('is what the schema of SARIF 2.1.0 says, whatever was found where', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 6 }), fc.array(finding, { maxLength: 2 }), path, (findings, suppressed, project) => {
        expect(schemaFaults(sarifOf({ project, findings, suppressed }, EDITION))).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(schemaFaults({ ...sarifOf({ project: 'p', findings: [], suppressed: [] }, EDITION), version: '2.0.0' })).toHaveLength(1);
  });

  it('has what GitHub code scanning asks for', () => {
    const base = { confidence: 0.97, message: 'shouts', file: 'libs/a b/é.ts', line: 3, column: 5, endLine: 3, endColumn: 9, start: 40, end: 44, sourceLine: '    shout()', structural: false } as const;
    const found = [
      { ...base, rule: 'no-shout', severity: 'error', help: 'say it quietly', fix: { start: 40, end: 44, text: 'say' } },
      { ...base, rule: 'unused', severity: 'info', help: 'unknown', line: 8 },
    ] as const;
    const document = JSON.parse(JSON.stringify(sarifOf({ project: 'my app', findings: found, suppressed: [{ ...base, rule: 'loud', severity: 'warning', help: '' }] }, EDITION))) as object;
    const artifactLocation = { uri: 'libs/a%20b/%C3%A9.ts', uriBaseId: '%SRCROOT%' };
    expect(document).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          automationDetails: { id: 'conductor/my%20app/' },
          columnKind: 'utf16CodeUnits',
          tool: {
            driver: {
              semanticVersion: '1.2.3',
              rules: [
                { id: 'loud', help: { text: 'shouts' }, defaultConfiguration: { level: 'warning' }, properties: { 'problem.severity': 'warning' } },
                { id: 'no-shout', shortDescription: { text: 'say it quietly' }, fullDescription: { text: 'say it quietly' }, help: { text: 'say it quietly' }, defaultConfiguration: { level: 'error' }, properties: { precision: 'very-high', 'problem.severity': 'error' } },
                { id: 'unused', help: { text: 'shouts' }, defaultConfiguration: { level: 'note' }, properties: { 'problem.severity': 'recommendation' } },
              ],
            },
          },
          results: [
            { ruleId: 'no-shout', ruleIndex: 1, level: 'error', message: { text: 'shouts' }, locations: [{ physicalLocation: { artifactLocation, region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 } } }], partialFingerprints: { 'conductorFinding/v1': expect.stringMatching(/^[0-9a-f]{32}$/) as string }, fixes: [{ artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: { charOffset: 40, charLength: 4 }, insertedContent: { text: 'say' } }] }] }] },
            { ruleId: 'unused', ruleIndex: 2, level: 'note' },
            { ruleId: 'loud', ruleIndex: 0, level: 'warning', suppressions: [{ kind: 'inSource' }] },
          ],
        },
      ],
    });
  });

  it('the same finding has the same fingerprint on another line; two alike in a file have two', () => {
    const one: FileFinding = { rule: 'no-shout', severity: 'error', confidence: 0.9, message: 'shouts', help: '', file: 'a.ts', line: 1, column: 1, endLine: 1, endColumn: 9, start: 0, end: 8, sourceLine: 'shout(a)', structural: false };
    const prints = (findings: readonly FileFinding[]) => (sarifOf({ project: 'p', findings, suppressed: [] }, EDITION) as { runs: [{ results: { partialFingerprints: object }[] }] }).runs[0].results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    expect(prints([{ ...one, line: 9, endLine: 9 }])).toEqual(prints([one]));
    expect(new Set(prints([one, one])).size).toBe(2);
  });
});
