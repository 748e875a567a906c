import { utf8Of, type Disk } from '@nx-conductor/core';
import type { Finding } from '../finding';
import type { ProgramGraph } from './build-info';
import { placed } from './findings';
import { nameOf, pathOf } from './paths';
import { textOf } from './shape';

/** Findings with the lengths that TypeScript noted of them: it prints only where they begin. */
export function withLengths(findings: readonly Finding[], graph: ProgramGraph, root: string, disk: Disk): Finding[] {
  const files = new Set(findings.map(({ file }) => file));
  const lengths = new Map<string, number>();
  const contents = new Map<number, Uint8Array | undefined>();
  for (const { file, code, pos, end } of [...(graph.typeFindings ?? []), ...graph.declarationFindings]) {
    const name = nameOf(root, graph.files[file] as string);
    if (!files.has(name)) continue;
    if (!contents.has(file)) contents.set(file, disk.read(pathOf(root, name)));
    const bytes = contents.get(file);
    const text = bytes && textOf(bytes);
    if (bytes === undefined || text === undefined) continue;
    // Offsets count bytes of UTF-8 after the mark that a text may begin with.
    const body = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
    const start = utf8Of(body.subarray(0, pos)).length;
    const { line, column, length } = placed(text, start, start + utf8Of(body.subarray(pos, end)).length);
    lengths.set(`${name} ${line} ${column} TS${code}`, length);
  }
  return findings.map((finding) => {
    const length = lengths.get(`${finding.file} ${finding.line} ${finding.column} ${finding.code}`);
    return length === undefined ? finding : { ...finding, length };
  });
}
