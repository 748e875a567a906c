/** The text with the first match replaced; undefined when nothing matches or nothing changes. */
export function swap(text, search, replacement) {
  if (text === undefined || !search.test(text)) return undefined;
  const changed = text.replace(search, replacement);
  return changed === text ? undefined : changed;
}

/** As {@link swap}, of the last match. */
export function swapLast(text, search, replacement) {
  const all = [...text.matchAll(new RegExp(search.source, `${search.flags.replace('g', '')}g`))];
  const last = all.at(-1);
  if (last === undefined) return undefined;
  const end = last.index + last[0].length;
  return text.slice(0, last.index) + last[0].replace(new RegExp(search.source, search.flags), replacement) + text.slice(end);
}

/** The text with something put before the first match. */
export function insertBefore(text, search, addition) {
  const at = text.search(search);
  return at < 0 ? undefined : text.slice(0, at) + addition + text.slice(at);
}

/** The first line, from 1, in which two texts differ. */
export function firstDifference(left, right) {
  const lines = left.split('\n');
  const others = right.split('\n');
  const at = lines.findIndex((line, index) => line !== others[index]);
  return (at < 0 ? lines.length : at) + 1;
}
