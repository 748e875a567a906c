import type { Edit, Finding } from '../finding';

/** Findings of a round whose edits can be made together, and those whose edits overlap with them. */
export interface Chosen {
  readonly applied: readonly Finding[];
  readonly overlapping: readonly Finding[];
}

/** Chooses edits in the order of the findings: the first wins. Two that insert at one place overlap; edits that are the same count once. */
export function chooseEdits(findings: readonly Finding[]): Chosen {
  const [applied, overlapping]: [Finding[], Finding[]] = [[], []];
  for (const finding of findings) {
    const { fix } = finding;
    if (fix === undefined) continue;
    const clashes = applied.some((other) => other.fix !== undefined && overlaps(other.fix, fix) && !isSame(other.fix, fix));
    (clashes ? overlapping : applied).push(finding);
  }
  return { applied, overlapping };
}

const isSame = (a: Edit, b: Edit): boolean => a.start === b.start && a.end === b.end && a.text === b.text;

const overlaps = (a: Edit, b: Edit): boolean => (a.start === b.start && (a.end === b.end || a.start === a.end || b.start === b.end)) || (a.start < b.end && b.start < a.end);

/** The text with the edits made; all that lies outside their ranges is as it was. They must not overlap, but the same may be there more than once. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  for (const [index, edit] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before !== undefined && isSame(before, edit)) continue;
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
}
