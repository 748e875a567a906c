/** What a walk over a text's structure reports, in the order of the text. Offsets are in UTF-16 code units. */
export interface StructureVisitor {
  open(kind: 'object' | 'array', offset: number): void;
  key(name: string, offset: number): void;
  scalar(offset: number): void;
  close(): void;
}

/** Walks a YAML text that parses, reporting its structure. An alias counts as a scalar; documents follow each other. */
export function walkYaml(text: string, visitor: StructureVisitor): void {
  const { parseEvents, getScalarValue, EVENT_ID } = require('js-yaml') as typeof import('js-yaml');
  // For every open collection: whether its next node is a key. A document counts as one that holds no keys.
  const open: ('key' | 'value' | 'item')[] = [];
  for (const event of parseEvents(text, { maxDepth: Infinity })) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      if (open.length > 0) visitor.close();
      continue;
    }
    if (event.type === EVENT_ID.DOCUMENT) {
      open.push('item');
      continue;
    }
    const role = open.at(-1);
    if (role === 'key') open[open.length - 1] = 'value';
    else if (role === 'value') open[open.length - 1] = 'key';
    const isMapping = event.type === EVENT_ID.MAPPING;
    if (isMapping || event.type === EVENT_ID.SEQUENCE) {
      visitor.open(isMapping ? 'object' : 'array', event.start);
      open.push(isMapping ? 'key' : 'item');
    } else if (event.type === EVENT_ID.ALIAS) visitor.scalar(event.anchorStart - 1);
    else if (role === 'key') visitor.key(getScalarValue(text, event), quoted(text, event.valueStart));
    else visitor.scalar(quoted(text, event.valueStart));
  }
}

/** A quoted scalar's range begins behind its quote; people look for the quote. */
function quoted(text: string, start: number): number {
  const before = text[start - 1];
  return before === '"' || before === "'" ? start - 1 : Math.max(0, start);
}
