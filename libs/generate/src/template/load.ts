import { Script } from 'node:vm';
import type { CompiledTemplate } from './compile';

/** Gives the text for the locals of one job. Throws {@link TemplateError}. */
export type Renderer = (locals: object, escape: (value: unknown) => unknown, include: Include) => unknown;

/** What `include` does in a template. */
export type Include = (name: string, data?: object) => string;

/** An error inside a template, with its place; thrown through the layers of includes to the one place that catches it. */
export class TemplateError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly reason: string,
  ) {
    super(`${file}:${line}: ${reason}`);
    this.name = 'TemplateError';
  }
}

/** Turns the code of a compiled template into a function that binds it to the helpers that it may call. */
export function loadTemplate(compiled: CompiledTemplate): (helpers: object) => Renderer {
  const make = new Script(compiled.code, { filename: compiled.shown }).runInThisContext() as (helpers: object, rethrow: (error: unknown, line: number) => unknown) => Renderer;
  const rethrow = (error: unknown, line: number) => (error instanceof TemplateError ? error : new TemplateError(compiled.shown, line, reasonOf(error)));
  return (helpers) => make(helpers, rethrow);
}

/** What a template gave. One that leaves by `return` gives something else than what it has printed. */
export function textOf({ shown }: CompiledTemplate, made: unknown): string {
  if (typeof made === 'string') return made;
  throw new TemplateError(shown, 1, 'it left by `return` and gave no text: put what follows into an `if`');
}

/** What an error says. By shape, not by class: errors of another realm (a test runner's) are of another class. */
export function reasonOf(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  return message.includes('Maximum call stack') ? 'endless recursion: an include or a helper calls itself without end' : message;
}
