import type { Finding } from '../finding';
import { parseFinding } from './faults';
import type { At } from './json';

/**
 * The first line of a Python text whose indentation Python refuses although the grammar accepts it: one that is indented
 * and begins no block, one that goes back to where no block stands, one whose place depends on how wide a tab is. By the
 * rules of Python's own tokenizer (Language Reference, 2.1.8 Indentation). Nothing is said of a text whose quotes and
 * brackets are not understood.
 *
 * @param confidence how sure an error of the parser is
 */
export function indentationFaultIn(text: string, confidence: number, at: At): readonly Finding[] {
  const open: Indentation[] = [{ column: 0, narrow: 0 }];
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let code: number | undefined;
  let depth = 0;
  let opens = false;
  const tokens = /#|"""|'''|"|'|\\(?:\r\n|[\r\n])|[([{]|[)\]}]|\r\n|[\r\n]|$/g;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [mark] = token;
    const first = mark[0] ?? '';
    if (first === '#') {
      code ??= token.index;
      const end = /[\r\n]|$/g;
      end.lastIndex = token.index;
      tokens.lastIndex = end.exec(text)?.index ?? text.length;
    } else if (first === '"' || first === "'") {
      const end = endOfString(text, tokens.lastIndex, mark);
      if (end === undefined) return [];
      tokens.lastIndex = end;
    } else if (first !== '' && '([{'.includes(first)) depth += 1;
    else if (first !== '' && ')]}'.includes(first)) {
      depth -= 1;
      if (depth < 0) return [];
    } else if (first === '\\') continue;
    else if (depth > 0 && mark !== '') code = undefined;
    else {
      const line = text.slice(from, code ?? token.index).trimEnd();
      const start = from;
      [from, code] = [tokens.lastIndex, undefined];
      if (line.trimStart() !== '') {
        const what = faultOf(indentationOf(line), open, opens);
        if (what !== undefined && depth === 0) return [{ ...parseFinding(`does not parse: ${what}`, confidence), ...at(start + line.length - line.trimStart().length, start + (line.split(/[\r\n]/, 1)[0] as string).length) }];
        opens = line.endsWith(':');
      }
      // An empty match at the end would be found for ever.
      if (mark === '') break;
    }
  }
  return [];
}

/** How far a line is indented where tabs go to the next multiple of eight, and where they are as wide as a space. */
interface Indentation {
  readonly column: number;
  readonly narrow: number;
}

/** What is wrong with the indentation of a line behind others; `open` are the blocks that it may stand in, and is kept. */
function faultOf(line: Indentation, open: Indentation[], opens: boolean): string | undefined {
  const unclear = 'tabs and spaces are mixed, so that nobody can tell how far this line is indented';
  let last = open.at(-1) as Indentation;
  if (line.column > last.column) {
    if (!opens) return 'this line is indented, and nothing above it begins a block';
    open.push(line);
    return line.narrow > last.narrow ? undefined : unclear;
  }
  if (opens) return 'the line above begins a block, and this line is not in it';
  while (line.column < last.column) {
    open.pop();
    last = open.at(-1) as Indentation;
  }
  if (line.column > last.column) return 'this line is indented less than the one above, and not as far as any block around it';
  return line.narrow === last.narrow ? undefined : unclear;
}

function indentationOf(line: string): Indentation {
  let [column, narrow] = [0, 0];
  for (const char of line) {
    if (char === '\f') [column, narrow] = [0, 0];
    else if (char === ' ') [column, narrow] = [column + 1, narrow + 1];
    else if (char === '\t') [column, narrow] = [column - (column % 8) + 8, narrow + 1];
    else break;
  }
  return { column, narrow };
}

/** Where a string ends that begins before an offset; undefined for one that is not closed. */
function endOfString(text: string, from: number, quote: string): number | undefined {
  const marks = quote === '"""' ? /\\[\s\S]|"""/g : quote === "'''" ? /\\[\s\S]|'''/g : quote === '"' ? /\\(?:\r\n|[\s\S])|"|[\r\n]/g : /\\(?:\r\n|[\s\S])|'|[\r\n]/g;
  marks.lastIndex = from;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === quote) return marks.lastIndex;
    // A string of one line ends in it.
    if (mark[0] === '\n' || mark[0] === '\r') return undefined;
  }
  return undefined;
}
