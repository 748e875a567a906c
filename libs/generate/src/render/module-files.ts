import { contentOf, done, failed, isObject, type Content, type Json, type Outcome } from '@nx-conductor/core';
import type { RenderedFile } from './job';

/**
 * What a module gives, as files: a text, or bytes, is the file at `place`, a list of `{ path, content }` is files in the
 * folder `place` (the output folder itself when it is empty). Fails for anything else, and for what the module throws.
 */
export function filesOf(make: () => unknown, place: string, { file, job }: { readonly file: string; readonly job: string }): Outcome<readonly RenderedFile[]> {
  const broken = (reason: string) => failed({ code: 'module-failed', place: { file }, job, reason });
  let made: unknown;
  try {
    made = make();
  } catch (error) {
    // By shape, not by class: errors of another realm are of another class.
    return broken(typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error));
  }
  const whole = contentIn(made);
  if (whole !== undefined) return place === '' ? broken(`it gives ${typeof whole === 'string' ? 'a text' : 'bytes'}, and its rule has no "to" for it`) : done([{ path: place, content: whole }]);
  if (!Array.isArray(made)) return broken(`it gives ${made === null ? 'null' : typeof made === 'object' && 'then' in made ? 'a promise' : `a value of type ${typeof made}`}`);
  const files: RenderedFile[] = [];
  for (const [index, each] of (made as unknown[]).entries()) {
    const { path, content } = isObject(each as Json) ? (each as { path: unknown; content: unknown }) : { path: undefined, content: undefined };
    const known = contentIn(content);
    if (typeof path !== 'string' || known === undefined) return broken(`element ${index} of its list is no { path, content } of a text and a text or bytes (Uint8Array)`);
    // Not normalized: the fence must see the paths as the module wrote them.
    files.push({ path: place === '' ? path : `${place}/${path}`, content: known });
  }
  return done(files);
}

/** A text or bytes; undefined for anything else. By shape, not by class, and copied: the module may go on writing to its bytes. */
function contentIn(value: unknown): Content | undefined {
  if (typeof value === 'string') return value;
  return Object.prototype.toString.call(value) === '[object Uint8Array]' ? contentOf(Uint8Array.from(value as Uint8Array)) : undefined;
}
