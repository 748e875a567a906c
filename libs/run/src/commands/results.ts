import type { Digest, Memo } from '@nx-conductor/core';
import type { RenderedFile } from '@nx-conductor/generate';

/** Results of commands are stored as `[path, text]` of each file, `[path, { base64 }]` of one that is no text, in the order of their paths. */
type Stored = readonly (readonly [path: string, content: string | { readonly base64: string }])[];

/** The files that a command with this key left in an earlier run; undefined when that is not known. */
export function readResult(memo: Memo, key: Digest): readonly RenderedFile[] | undefined {
  const body = memo.read(key);
  return body === undefined ? undefined : (JSON.parse(body) as Stored).map(([path, content]) => ({ path, content: typeof content === 'string' ? content : Buffer.from(content.base64, 'base64') }));
}

/** Remembers what a command left. */
export function writeResult(memo: Memo, key: Digest, files: readonly RenderedFile[]): void {
  memo.write(key, JSON.stringify(files.map(({ path, content }) => [path, typeof content === 'string' ? content : { base64: Buffer.from(content).toString('base64') }] as const) satisfies Stored));
}
