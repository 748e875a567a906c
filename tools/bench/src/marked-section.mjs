export const startMark = '<!-- bench:start, written by tools/bench: edits in here are lost -->';
export const endMark = '<!-- bench:end -->';

/**
 * Puts new text between the two marks of a page and leaves the rest of it alone.
 *
 * @param {string} page
 * @param {string} text
 * @returns {string} the new page
 * @throws {Error} when the page does not hold both marks, in order
 */
export function replaceMarkedSection(page, text) {
  const start = page.indexOf(startMark);
  const end = page.indexOf(endMark, start);
  if (start < 0 || end < 0) throw new Error(`expected a line ${startMark} and after it a line ${endMark}`);
  return `${page.slice(0, start + startMark.length)}\n\n${text.trim()}\n\n${page.slice(end)}`;
}
