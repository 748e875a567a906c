import { escaped } from './span';

/**
 * A namespace of several blocks in which one block names what only another exports; without a name, what the other only
 * declares, so that nothing of it is emitted. TypeScript writes `N.a` for that; compilers that see one block at a time leave
 * `a`, of which there is nothing at run time. The blocks are those of the emitted code, whose lines are indented by depth.
 */
export function namedAcross(code: string, text: string): { namespace: string; name?: string } | undefined {
  const blocks = blocksOf(code);
  const seen = new Map<string, Block[]>();
  for (const block of blocks) seen.set(block.path, [...(seen.get(block.path) ?? []), block]);
  for (const [path, parts] of seen) {
    for (const part of parts) {
      const theirs = parts.flatMap(({ exported }) => [...exported]).filter((name) => !part.exported.has(name));
      const name = theirs.find((each) => named(each).test(part.body));
      if (name !== undefined) return { namespace: path, name };
    }
    if (new RegExp(`\\bdeclare\\s+(?:namespace|module)\\s+${escaped(path)}(?![\\w$\\u0080-\\uffff])`).test(text)) return { namespace: path };
  }
  return undefined;
}

interface Block {
  /** Names of the namespaces around it and its own, with points between them. */
  readonly path: string;
  readonly exported: ReadonlySet<string>;
  /** Its text, without lines that are comments. */
  readonly body: string;
}

function blocksOf(code: string): Block[] {
  const lines = code.split('\n');
  const open: { from: number; depth: string; parameter: string }[] = [];
  const found: { from: number; to: number; name: string; parameter: string }[] = [];
  for (const [index, line] of lines.entries()) {
    const start = OPEN.exec(line);
    if (start) open.push({ from: index, depth: start[1] as string, parameter: start[2] as string });
    const end = start ? null : CLOSE.exec(line);
    if (!end) continue;
    while (open.length > 0 && (open.at(-1) as { depth: string }).depth.length > (end[1] as string).length) open.pop();
    if (open.at(-1)?.depth !== end[1]) continue;
    const { from, parameter } = open.pop() as { from: number; parameter: string };
    found.push({ from, to: index, name: end[2] as string, parameter });
  }
  return found.map(({ from, to, parameter, name }) => {
    const around = found.filter((other) => other.from < from && to < other.to).sort((a, b) => a.from - b.from);
    const body = lines.slice(from + 1, to).filter((line) => !COMMENT.test(line)).join('\n');
    const exported = new Set([...body.matchAll(new RegExp(`${START}${escaped(parameter)}\\.(${NAME}) = `, 'g'))].map((match) => match[1] as string));
    return { path: [...around.map((each) => each.name), name].join('.'), exported, body };
  });
}

const NAME = '[\\w$\\u0080-\\uffff]+';
const START = '(?<![\\w$.\\u0080-\\uffff])';

/** `(function(_N) {`, and the line that ends it: `})(N || (N = {}));`, or `})(B || (B = _A.B || (_A.B = {})));`. */
const OPEN = new RegExp(`^(\\t*)\\(function\\((${NAME})\\) \\{$`);
const CLOSE = new RegExp(`^(\\t*)\\}\\)\\((${NAME}) \\|\\| \\(\\2 = `);
const COMMENT = /^\s*(?:\/\/|\/\*|\*[ /]|\*$)/;

/** The name by itself: no member of something, and no key. */
const named = (name: string) => new RegExp(`(?<![\\w$\\u0080-\\uffff]|(?<!\\.\\.)\\.)${escaped(name)}(?![\\w$\\u0080-\\uffff]|:)`);
