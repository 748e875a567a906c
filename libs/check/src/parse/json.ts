import { BUILT_IN, type Finding } from '../finding';
import type { Node } from './engine';

export type At = (start: number, end: number) => Pick<Finding, 'start' | 'end' | 'line' | 'column' | 'endLine' | 'endColumn'>;

/**
 * What is wrong with a JSON text that its grammar accepts: the grammar allows several values, and more than RFC 8259 in
 * numbers and strings. A text with comments is not held against the RFC: configuration files have them.
 */
export function jsonFaultIn(text: string, root: Node, at: At): readonly Finding[] {
  const children = root.namedChildren();
  const hasComments = text.includes('/') && root.find({ rule: { kind: 'comment' } }) !== null;
  const second = children.filter((child) => String(child.kind()) !== 'comment')[1];
  if (second !== undefined) return [fault('a second value stands behind the first', at(second.range().start.index, second.range().end.index))];
  return hasComments ? [] : jsonFault(text, at);
}

/** What is wrong with a JSON text by RFC 8259. */
export function jsonFault(text: string, at: At): readonly Finding[] {
  try {
    JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = Math.min(text.length, Number(/position (\d+)/.exec(message)?.[1] ?? 0));
    return [fault('it is no JSON (RFC 8259)', at(offset, Math.min(text.length, offset + 1)))];
  }
}

const fault = (message: string, place: ReturnType<At>): Finding => ({ rule: BUILT_IN.parse, severity: 'error', confidence: 0.95, message: `does not parse: ${message}`, help: 'mend it, or generate the file anew', ...place, structural: true });
