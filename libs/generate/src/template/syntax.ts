import { Script } from 'node:vm';

/** What the JavaScript parser says of the code of a template. */
export interface SyntaxFault {
  readonly reason: string;
  /** Line of the template, from 1. */
  readonly line: number;
}

const FILE = 'conductor-template';

/**
 * Parses code without running it. The engine tells the line of the code; the last `__line = n` that EJS put before
 * it tells the line of the template.
 */
export function checkSyntax(code: string): SyntaxFault | undefined {
  try {
    new Script(code, { filename: FILE });
    return undefined;
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    const at = Number(new RegExp(`^${FILE}:(\\d+)`).exec(error.stack ?? '')?.[1] ?? 1);
    return { reason: error.message, line: templateLine(code.split('\n').slice(0, at)) };
  }
}

/** By name, not by class: an error of another realm (a vm context, a test runner's) is of another class. */
export function isSyntaxError(error: unknown): error is SyntaxError {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'SyntaxError';
}

function templateLine(lines: readonly string[]): number {
  for (let index = lines.length - 1; index >= 0; index--) {
    const match = /^\s*; __line = (\d+)$/.exec(lines[index] as string);
    if (match) return Number(match[1]);
  }
  return 1;
}
