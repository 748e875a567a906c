import { resolve } from 'node:path';
import type { Disk } from '@nx-conductor/core';
import type { Finding } from '../finding';
import { inOrder, lineNumber } from './findings';
import { nameOf, pathOf } from './paths';
import { textOf } from './shape';
import type { TypecheckRequest } from './request';

/**
 * Findings from what `tsc --pretty false` prints. One a line, or on several when the reason has reasons of its own:
 *
 *     src/a.ts(1,24): error TS2322: Type 'A' is not assignable to type 'B'.
 *       Types of property 'x' are incompatible.
 *     error TS5083: Cannot read file '/p/tsconfig.json'.
 */
export function findingsIn(output: string, request: Pick<TypecheckRequest, 'root' | 'tsConfig'>, disk: Disk): Finding[] {
  const findings: { head: Finding; more: string[] }[] = [];
  for (const line of output.split(/\r?\n/)) {
    const head = headOf(line, request);
    if (head) findings.push({ head, more: [] });
    else if (line !== '') findings.at(-1)?.more.push(line);
  }
  const texts = new Map<string, string | undefined>();
  return inOrder(findings.map(({ head, more }) => withLine({ ...head, message: [head.message, ...more].join('\n') }, request.root, disk, texts)));
}

const HEAD = /^(?:(.+?)\((\d+),(\d+)\): )?(error|warning) (TS\d+): (.*)$/;

function headOf(line: string, { root, tsConfig }: Pick<TypecheckRequest, 'root' | 'tsConfig'>): Finding | undefined {
  const match = HEAD.exec(line);
  if (!match) return undefined;
  const [, file, at, column, severity, code, message] = match;
  const what = { severity: severity as Finding['severity'], code: code as string, message: message as string };
  return file === undefined ? { ...what, file: nameOf(root, tsConfig) } : { ...what, file: nameOf(root, resolve(root, file)), line: Number(at), column: Number(column) };
}

function withLine(finding: Finding, root: string, disk: Disk, texts: Map<string, string | undefined>): Finding {
  if (finding.line === undefined) return finding;
  if (!texts.has(finding.file)) {
    const bytes = disk.read(pathOf(root, finding.file));
    texts.set(finding.file, bytes && textOf(bytes));
  }
  const text = texts.get(finding.file);
  return text === undefined ? finding : { ...finding, sourceLine: lineNumber(text, finding.line) };
}
