import { byCodeUnit } from '@nx-conductor/core';
import { outputsOf, within, type Layout, type OutputPaths } from '../layout/layout';
import type { CompileRequest } from '../request';

/**
 * Names of everything that outputs come from, in code-unit order. Sources go by their path; a copy and a made text by
 * where they go, after a control character that no source starts with.
 */
export function entriesOf(request: CompileRequest): string[] {
  const beside = [...request.copies.map(({ to }) => COPY + to), ...request.texts.map(({ to }) => TEXT + to)].sort(byCodeUnit);
  return beside.length === 0 ? [...request.sources] : [...beside, ...request.sources];
}

const COPY = '\u0001';
const TEXT = '\u0002';

export type EntryKind = 'source' | 'copy' | 'text';

export const kindOf = (name: string): EntryKind => (name.startsWith(COPY) ? 'copy' : name.startsWith(TEXT) ? 'text' : 'source');

/** The name as people know it. */
export const shownEntry = (name: string): string => (kindOf(name) === 'source' ? name : name.slice(1));

/** Where the outputs of an entry lie. */
export function entryOutputs(name: string, layout: Layout): OutputPaths | undefined {
  return kindOf(name) === 'source' ? outputsOf(name, layout) : [within(layout.outDir, name.slice(1)), undefined, undefined, undefined];
}
