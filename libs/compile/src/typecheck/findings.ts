import { byCodeUnit, type Disk } from '@nx-conductor/core';
import type { Finding } from '../finding';
import { nameOf } from './paths';
import type { ApiDiagnostic } from './session';
import { textOf } from './shape';

/** A diagnostic of TypeScript's API, told as its command line would. `texts` keeps what was read. */
export function findingOf(diagnostic: ApiDiagnostic, root: string, tsConfig: string, texts: Map<string, string>, disk: Disk): Finding {
  const { fileName, pos, end, code, category } = diagnostic;
  const what = { severity: category === 0 ? 'warning' : 'error', code: `TS${code}`, message: wholeMessage(diagnostic) } as const;
  if (fileName === undefined) return { ...what, file: nameOf(root, tsConfig) };
  if (!texts.has(fileName)) texts.set(fileName, textOf(disk.read(fileName) ?? new Uint8Array()) ?? '');
  return { ...what, file: nameOf(root, fileName), ...placed(texts.get(fileName) as string, pos, end) };
}

/** A message with the reasons of its reasons, each on a line of its own. */
function wholeMessage({ text, messageChain = [] }: ApiDiagnostic, depth = 1): string {
  return [text, ...messageChain.map((each) => '  '.repeat(depth) + wholeMessage(each, depth + 1))].join('\n');
}

/** In order of file and place, each once. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => byCodeUnit(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || byCodeUnit(a.code, b.code) || byCodeUnit(a.message, b.message));
  return sorted.filter((each, index) => index === 0 || !same(each, sorted[index - 1] as Finding));
}

const same = (a: Finding, b: Finding): boolean => a.file === b.file && a.line === b.line && a.column === b.column && a.code === b.code && a.message === b.message;

/** Where a finding stands in a text, with the line for people. Offsets are UTF-16; a span ends with its first line. */
export function placed(text: string, start: number, end: number): Required<Pick<Finding, 'line' | 'column' | 'length' | 'sourceLine'>> {
  const breaks = [...text.slice(0, start).matchAll(LINE_BREAK)];
  const last = breaks.at(-1);
  const lineStart = last ? last.index + last[0].length : 0;
  const sourceLine = lineAt(text, lineStart);
  return { line: breaks.length + 1, column: start - lineStart + 1, length: Math.max(1, Math.min(end, lineStart + sourceLine.length) - start), sourceLine };
}

/** The line with this number, from 1. */
export function lineNumber(text: string, line: number): string {
  let start = 0;
  if (line > 1) {
    let at = 1;
    for (const found of text.matchAll(LINE_BREAK)) {
      at += 1;
      if (at < line) continue;
      start = found.index + found[0].length;
      break;
    }
  }
  return lineAt(text, start);
}

function lineAt(text: string, start: number): string {
  LINE_END.lastIndex = start;
  return text.slice(start, LINE_END.exec(text)?.index ?? text.length);
}

/** What ends a line to TypeScript. */
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;
const LINE_END = /[\n\r\u2028\u2029]/g;
