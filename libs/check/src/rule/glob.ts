/**
 * Whether a path matches a glob: `*` and `?` stay within a name, `**` as a whole name stands for any folders, `{a,b}` for
 * one of several; everything else, brackets too, is itself. The whole path must match. Time is bounded by the product of
 * the lengths: no glob is turned into a regular expression that could backtrack.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const names = path.split('/');
  return alternatives(glob).some((each) => matchesNames(each.split('/'), names));
}

/** More than these are not looked at: braces in a row multiply. */
const MAX_ALTERNATIVES = 256;

/** A glob with its braces written out. A brace without its counterpart is itself. */
function alternatives(glob: string): string[] {
  const found: string[] = [];
  const open = [glob];
  while (open.length > 0 && found.length + open.length <= MAX_ALTERNATIVES) {
    const text = open.pop() as string;
    const brace = /\{([^{}]*)\}/.exec(text);
    if (!brace) found.push(text);
    else for (const choice of (brace[1] as string).split(',')) open.push(text.slice(0, brace.index) + choice + text.slice(brace.index + brace[0].length));
  }
  return found;
}

function matchesNames(steps: readonly string[], names: readonly string[]): boolean {
  // Which prefixes of the names the steps so far can stand for.
  let reached: boolean[] = names.map(() => false);
  reached = [true, ...reached];
  for (const step of steps) {
    const next = reached.map(() => false);
    for (let at = 0; at < reached.length; at++) {
      if (step === '**') next[at] = (reached[at] as boolean) || (at > 0 && (next[at - 1] as boolean));
      else if (reached[at] && at < names.length && matchesName(step, names[at] as string)) next[at + 1] = true;
    }
    reached = next;
  }
  return reached[names.length] as boolean;
}

/** Wildcards within a name: the last `*` takes one character more whenever what follows it does not fit. */
function matchesName(step: string, name: string): boolean {
  let [at, from] = [0, 0];
  let [star, taken] = [-1, 0];
  while (from < name.length) {
    if (step[at] === '*') [star, taken, at] = [at, from, at + 1];
    else if (at < step.length && (step[at] === '?' || step[at] === name[from])) [at, from] = [at + 1, from + 1];
    else if (star >= 0) [at, from, taken] = [star + 1, taken + 1, taken + 1];
    else return false;
  }
  while (step[at] === '*') at++;
  return at === step.length;
}
