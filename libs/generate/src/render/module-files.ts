import { done, failed, isObject, type Json, type Outcome } from '@nx-conductor/core';
import type { RenderedFile } from './job';

/**
 * What a module gives, as files: a text is the file at `place`, a list of `{ path, content }` is files in the folder
 * `place` (the output folder itself when it is empty). Fails for anything else, and for what the module throws.
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
  if (typeof made === 'string') return place === '' ? broken('it gives a text, and its rule has no "to" for it') : done([{ path: place, text: made }]);
  if (!Array.isArray(made)) return broken(`it gives ${made === null ? 'null' : typeof made === 'object' && 'then' in made ? 'a promise' : `a value of type ${typeof made}`}`);
  const wrong = (made as unknown[]).findIndex((each) => !isObject(each as Json) || typeof (each as { path: unknown }).path !== 'string' || typeof (each as { content: unknown }).content !== 'string');
  if (wrong !== -1) return broken(`element ${wrong} of its list is no { path, content } of two texts`);
  // Not normalized: the fence must see the paths as the module wrote them.
  return done((made as { path: string; content: string }[]).map(({ path, content }) => ({ path: place === '' ? path : `${place}/${path}`, text: content })));
}
