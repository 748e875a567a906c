/**
 * English plurals for names in code: regular endings, the irregular nouns that APIs really use, and words that have
 * no other form. Only the last word of a compound changes, in whatever case it stands. Not a dictionary: an unknown
 * word gets the regular ending.
 */
const UNCOUNTABLE = new Set(
  `access advice analytics content data equipment feedback firmware fish hardware help info information inventory
  knowledge mail media metadata money news police progress research series settings sheep software species staff
  storage traffic weather`.split(/\s+/),
);

const IRREGULAR = `person people, man men, woman women, child children, foot feet, tooth teeth, goose geese, mouse mice,
  ox oxen, leaf leaves, life lives, knife knives, wife wives, half halves, shelf shelves, thief thieves, wolf wolves,
  index indices, appendix appendices, matrix matrices, vertex vertices, axis axes, analysis analyses, basis bases,
  crisis crises, diagnosis diagnoses, hypothesis hypotheses, thesis theses, synopsis synopses,
  parenthesis parentheses, criterion criteria, phenomenon phenomena, datum data, medium media,
  curriculum curricula, quiz quizzes, hero heroes, potato potatoes, tomato tomatoes, echo echoes, veto vetoes,
  movie movies, cookie cookies, zombie zombies, tie ties, pie pies, lie lies, cache caches, use uses, cause causes,
  clause clauses, pause pauses, house houses, warehouse warehouses, lens lenses, gas gases, canvas canvases,
  alias aliases, bias biases, atlas atlases, axe axes, size sizes, prize prizes, api apis, uri uris, cli clis, gui guis,
  ui uis, taxi taxis, emoji emojis, menu menus, sku skus, cpu cpus, gpu gpus`
  .split(/,\s+/)
  .map((pair) => pair.split(' ') as [singular: string, plural: string]);

const PLURALS = new Map(IRREGULAR);
/** Later pairs first, so that a plural that two nouns share (`axes`) goes to the noun listed first. */
const SINGULARS = new Map([...IRREGULAR].reverse().map(([singular, plural]) => [plural, singular]));
const LAST_WORD = /\p{Lu}{2,}s$|\p{Lu}+$|\p{L}\p{Ll}*$/u;

/** The plural of an English noun, or of the last word of a compound name; a plural stays as it is. */
export function pluralize(text: string): string {
  return withLastWord(text, (word) => {
    if (UNCOUNTABLE.has(word) || SINGULARS.has(word)) return word;
    const irregular = PLURALS.get(word);
    if (irregular !== undefined) return irregular;
    if (singular(word) !== word) return word;
    if (/(?:[sxz]|ch|sh)$/.test(word)) return `${word}es`;
    if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
    return `${word}s`;
  });
}

/** The singular of an English noun, or of the last word of a compound name; a singular stays as it is. */
export function singularize(text: string): string {
  return withLastWord(text, singular);
}

function singular(word: string): string {
  if (UNCOUNTABLE.has(word) || PLURALS.has(word)) return word;
  const irregular = SINGULARS.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 3 || /(?:ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|[^aoe]us)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Changes the last word, which the rule sees in small letters, and gives it its case back. */
function withLastWord(text: string, rule: (word: string) => string): string {
  const word = LAST_WORD.exec(text)?.[0];
  if (word === undefined) return text;
  const lower = word.toLowerCase();
  const changed = rule(lower);
  if (changed === lower) return text;
  return text.slice(0, text.length - word.length) + (text === text.toUpperCase() ? changed.toUpperCase() : inCaseOf(word, changed));
}

/** `Person` makes `People`; an acronym keeps its capitals before a small ending: `ID` makes `IDs`. */
function inCaseOf(model: string, word: string): string {
  const capitals = /^\p{Lu}{2,}/u.exec(model)?.[0].length ?? (/^\p{Lu}/u.test(model) ? 1 : 0);
  return word.slice(0, capitals).toUpperCase() + word.slice(capitals);
}
