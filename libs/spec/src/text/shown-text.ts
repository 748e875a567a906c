/** A short piece of a text for a message: one line of it, invisible characters spelled out. */
export function shownText(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0] as string;
  if (line === '') return text === '' ? 'the end of the file' : 'the end of the line';
  const visible = Array.from(line.slice(0, 41), spelled);
  return `\`${visible.length > 40 ? visible.slice(0, 39).join('') + '…' : visible.join('')}\``;
}

/** Control characters print nothing, or worse. */
function spelled(char: string): string {
  const code = char.charCodeAt(0);
  return code < 0x20 || (code >= 0x7f && code < 0xa0) ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : char;
}
