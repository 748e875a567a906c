/**
 * Where one word of a name ends and the next begins: at anything that is neither letter, mark nor digit; before a
 * capital that follows a small letter or a digit (`userId`, `k8sApi`); and before the last capital of an acronym
 * that a small letter follows (`HTTPServer` is `HTTP` and `Server`), unless that letter is the plural's `s`
 * (`userIDs` is `user` and `IDs`). Digits belong to the letters before them. The ASCII form says the same and is
 * several times faster.
 */
const ASCII_WORD = /[A-Z]{2,}s(?![a-z0-9])|[A-Z]+(?![a-z])[0-9]*(?:[a-z][a-z0-9]*)?|[A-Z]?[a-z0-9]+/g;
const WORD =
  /(?:[\p{Lu}\p{Lt}]\p{M}*){2,}s(?![\p{Ll}\p{Lm}\p{Lo}\p{M}\p{N}])|(?:[\p{Lu}\p{Lt}]\p{M}*)+(?![\p{Ll}\p{Lm}\p{Lo}\p{M}])\p{N}*(?:[\p{Ll}\p{Lm}\p{Lo}\p{M}][\p{Ll}\p{Lm}\p{Lo}\p{M}\p{N}]*)?|(?:[\p{Lu}\p{Lt}]\p{M}*)?[\p{Ll}\p{Lm}\p{Lo}\p{M}\p{N}]+/gu;
const ASCII_ONLY = /^[\x20-\x7e]*$/;
const APOSTROPHE = /(?<=[\p{L}\p{N}])['’](?=\p{L})/gu;

/**
 * The words of a name, spelled as they stand. An apostrophe inside a word is dropped. Text that has neither letters
 * nor digits has no words.
 * @example words("XMLHttpRequest v2-alpha") // ['XML', 'Http', 'Request', 'v2', 'alpha']
 */
export function words(text: string): readonly string[] {
  // Templates are not type checked, and a key that is not there is their most frequent mistake.
  if (typeof text !== 'string') throw new TypeError(`a helper for names, such as kebabCase, takes a text; received ${text === null ? 'null' : typeof text}`);
  const bare = text.includes("'") || text.includes('’') ? text.replace(APOSTROPHE, '') : text;
  return bare.match(ASCII_ONLY.test(bare) ? ASCII_WORD : WORD) ?? [];
}
