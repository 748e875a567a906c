import { digestOf } from '@nx-conductor/core';
import type { Edition, FileFinding, ValidateRun } from '@nx-conductor/run';

/** Levels of the Static Analysis Results Interchange Format by severity, and what GitHub calls them. */
const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;
const PROBLEM = { error: 'error', warning: 'warning', info: 'recommendation' } as const;

/**
 * What a run found as SARIF 2.1.0 (OASIS, 2020), as GitHub code scanning takes it. Rules are those with findings. Regions
 * count columns in UTF-16 code units, from 1, the end behind the last character; offsets of fixes count them from 0.
 */
export function sarifOf({ project, findings, suppressed }: Pick<ValidateRun, 'project' | 'findings' | 'suppressed'>, edition: Edition): object {
  const all = [...findings.map((finding) => ({ finding, held: false })), ...suppressed.map((finding) => ({ finding, held: true }))];
  const rules = new Map<string, FileFinding>();
  for (const { finding } of all) if (!rules.has(finding.rule)) rules.set(finding.rule, finding);
  const ids = [...rules.keys()].sort();
  const seen = new Map<string, number>();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Conductor', semanticVersion: edition.version, rules: ids.map((id) => ruleOf(rules.get(id) as FileFinding)) } },
        // Of two files of one tool GitHub keeps the later, unless they are of different categories: one for each project.
        automationDetails: { id: `conductor/${encodeURIComponent(project)}/` },
        columnKind: 'utf16CodeUnits',
        results: all.map(({ finding, held }) => resultOf(finding, held, ids.indexOf(finding.rule), fingerprint(finding, seen))),
      },
    ],
  };
}

function ruleOf({ rule, severity, help, message, confidence }: FileFinding): object {
  const text = help === '' || help === 'unknown' ? message : help;
  const precision = confidence >= 0.95 ? 'very-high' : confidence >= 0.8 ? 'high' : 'medium';
  return { id: rule, shortDescription: { text }, fullDescription: { text }, help: { text }, defaultConfiguration: { level: LEVEL[severity] }, properties: { precision, 'problem.severity': PROBLEM[severity], tags: ['generated-code'] } };
}

function resultOf({ rule, severity, message, file, line, column, endLine, endColumn, fix, help }: FileFinding, held: boolean, ruleIndex: number, print: string): object {
  const artifactLocation = { uri: uriOf(file), uriBaseId: '%SRCROOT%' };
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column, endLine, endColumn } } }],
    partialFingerprints: { 'conductorFinding/v1': print },
    ...(fix === undefined ? {} : { fixes: [{ description: { text: help }, artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: { charOffset: fix.start, charLength: fix.end - fix.start }, insertedContent: { text: fix.text } }] }] }] }),
    ...(held ? { suppressions: [{ kind: 'inSource' }] } : {}),
  };
}

/**
 * The same finding after lines above it came or went: rule, file and text of the line, and a number where these are the same.
 * Not under the name `primaryLocationLineHash`: GitHub's upload action works that one out itself, and warns of any other value.
 */
function fingerprint({ rule, file, sourceLine }: FileFinding, seen: Map<string, number>): string {
  const same = `${rule}\n${file}\n${sourceLine.trim()}`;
  const number = seen.get(same) ?? 0;
  seen.set(same, number + 1);
  return digestOf(`${same}\n${number}`).slice(0, 32);
}

/** A path as people know it, as a relative reference of RFC 3986. */
const uriOf = (file: string): string => file.split('/').map(encodeURIComponent).join('/');
