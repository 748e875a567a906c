import type { Node } from '../parse/engine';

/** Longest text of a metavariable in a message. */
const SHOWN = 60;

/** A message with what the metavariables in it stand for: the first line of it, shortened. A name that the match does not have stays as it is. */
export function messageFor(message: string, node: Node, source: string): string {
  if (!message.includes('$')) return message;
  return message.replace(/\$\$\$([A-Z_][A-Z0-9_]*)|\$([A-Z_][A-Z0-9_]*)/g, (written, several: string | undefined, one: string | undefined) => {
    const nodes = several === undefined ? [node.getMatch(one as string)] : node.getMultipleMatches(several);
    const [first, last] = [nodes[0], nodes.at(-1)];
    const text = first && last ? source.slice(first.range().start.index, last.range().end.index) : undefined;
    if (text === undefined) return written;
    const line = text.split(/[\r\n]/, 1)[0] as string;
    return line.length > SHOWN || line.length < text.length ? `${line.slice(0, SHOWN)}…` : line;
  });
}
