/** The parts of a page that the benches write. @typedef {'' | 'incremental' | 'compile' | 'same-meaning' | 'workflow' | 'rules' | 'corpus'} Section the first has no name */

/** @param {Section} [section] @returns {string} the line above the section's text */
export function startMark(section = '') {
  return `<!-- ${tag(section)}:start, written by tools/${section === 'corpus' ? 'corpus' : 'bench'}: edits in here are lost -->`;
}

/** @param {Section} [section] @returns {string} the line below it */
export function endMark(section = '') {
  return `<!-- ${tag(section)}:end -->`;
}

/**
 * Puts new text between the two marks of a page's section and leaves the rest of it alone.
 *
 * @param {string} page
 * @param {string} text
 * @param {Section} [section]
 * @returns {string} the new page
 * @throws {Error} when the page does not hold both marks, in order
 */
export function replaceMarkedSection(page, text, section = '') {
  const [above, below] = [startMark(section), endMark(section)];
  const start = page.indexOf(above);
  const end = page.indexOf(below, start);
  if (start < 0 || end < 0) throw new Error(`expected a line ${above} and after it a line ${below}`);
  return `${page.slice(0, start + above.length)}\n\n${text.trim()}\n\n${page.slice(end)}`;
}

/**
 * The same for a page that may not have the section yet: then it comes at the end, under a heading.
 *
 * @param {string} page
 * @param {string} text
 * @param {{ section: Section, heading: string, lead: string }} place `lead` is what stands between heading and section
 */
export function placeMarkedSection(page, text, { section, heading, lead }) {
  if (page.includes(startMark(section))) return replaceMarkedSection(page, text, section);
  const opened = `${page.trimEnd()}\n\n## ${heading}\n\n${lead}\n\n${startMark(section)}\n${endMark(section)}\n`;
  return replaceMarkedSection(opened, text, section);
}

function tag(section) {
  return section === '' ? 'bench' : `bench:${section}`;
}
