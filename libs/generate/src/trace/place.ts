import { escapeSegment } from '@nx-conductor/core';
import { READ, type ReadLog } from './read-log';

/** The name of the root of a read, and the JSON Pointer from there. */
export function placeOfRead({ strings, nodeParent, nodeKey, readKey }: ReadLog, node: number, read: number): { readonly source: string; readonly pointer: string } {
  const packed = readKey[read] as number;
  const isOfNode = (packed & 3) === READ.keys || (packed & 3) === READ.self;
  const path = isOfNode ? [] : [strings[packed >> 2] as string];
  let at = node;
  for (; nodeParent[at] !== -1; at = nodeParent[at] as number) path.unshift(strings[nodeKey[at] as number] as string);
  return { source: strings[nodeKey[at] as number] as string, pointer: path.map((each) => `/${escapeSegment(each)}`).join('') };
}
