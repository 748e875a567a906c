/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

/** What can stand in a template: text is escaped, HTML is not, nothing gives nothing, lists are joined. */
export type Part = string | number | Html | undefined | readonly Part[];

/** A template literal of HTML: whatever is put into it is escaped unless it is HTML, so that no name in a spec can become markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.map((text, index) => text + (index < parts.length ? textOf(parts[index]) : '')).join('') };
}

/** Takes text for HTML as it is: only for what Conductor itself has made. */
export const raw = (text: string): Html => ({ html: text });

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  if ('html' in part) return part.html;
  return part.map(textOf).join('');
}

/** A value for a script in a page: JSON in which nothing can end the script. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replace(/[<>\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A column of a table. */
export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => Part;
  /** Numbers stand to the right. */
  readonly number?: boolean;
  /** Is not broken into lines. */
  readonly tight?: boolean;
  /** Takes the room that the others leave. */
  readonly wide?: boolean;
}

/** A table with a caption, which can be scrolled by keyboard where it is wider than the page. Without rows, a sentence. */
export function table<T>(caption: string, columns: readonly Column<T>[], rows: readonly T[], none: string): Html {
  if (rows.length === 0) return html`<p class="none">${none}</p>`;
  const attributes = (column: Column<T>): Html => raw(column.number ? ' class="number"' : column.tight ? ' class="tight"' : column.wide ? ' class="wide"' : '');
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table style="min-width:${columns.length * 6.5}rem"><caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${attributes(column)}>${column.title}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${columns.map((column, index) => (index === 0 ? html`<th scope="row"${attributes(column)}>${column.cell(row)}</th>` : html`<td${attributes(column)}>${column.cell(row)}</td>`))}</tr>\n`)}</tbody></table></div>`;
}
