const QUOTE = '"';

/** Splits a line of comma-separated values, RFC 4180. Quotes are doubled inside quotes. */
export function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (quoted) {
      if (c !== QUOTE) field += c;
      else if (line[i + 1] === QUOTE) {
        field += QUOTE;
        i++;
      } else quoted = false;
    } else if (c === QUOTE) quoted = true;
    else if (c === ',') {
      fields.push(field);
      field = '';
    } else field += c;
  }
  return [...fields, field];
}

// The other way round: `any` field with a comma, quote or break is quoted.
export const lineOf = (fields: readonly string[]): string =>
  fields.map((f) => (/[",\n]/.test(f) ? `"${f.replace(/"/g, '""')}"` : f)).join(',');
