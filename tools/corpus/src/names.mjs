/** Names of fields and entities are written in camelCase in `domains.mjs`; each language writes them its way. */
export const pascal = (name) => name[0].toUpperCase() + name.slice(1);
export const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const constant = (name) => snake(name).toUpperCase();
export const kebab = (name) => snake(name).replaceAll('_', '-');
export const plural = (name) => (/(s|x|ch|sh)$/.test(name) ? `${name}es` : /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`);
