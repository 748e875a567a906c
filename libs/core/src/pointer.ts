import { isObject, own, type Json } from './json';

/** Splits a JSON Pointer (RFC 6901), with or without a leading `#`, into its unescaped segments. */
export function pointerSegments(pointer: string): string[] {
  const fragment = pointer.startsWith('#');
  const text = fragment ? pointer.slice(1) : pointer;
  if (text === '') return [];
  return text
    .slice(1)
    .split('/')
    .map((raw) => (fragment ? decode(raw) : raw).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Joins segments into a JSON Pointer with a leading `#`, the form that OpenAPI writes. */
export function pointerOf(segments: readonly (string | number)[]): string {
  return '#' + segments.map((segment) => '/' + escapeSegment(String(segment))).join('');
}

/** Escapes one segment for use in a JSON Pointer (RFC 6901, section 3). */
export function escapeSegment(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The value that a pointer names, or undefined when nothing is there. Own keys only. */
export function valueAt(document: Json, segments: readonly string[]): Json | undefined {
  let value: Json | undefined = document;
  for (const segment of segments) {
    if (Array.isArray(value)) value = /^(0|[1-9]\d*)$/.test(segment) ? (value as readonly Json[])[Number(segment)] : undefined;
    else if (isObject(value)) value = own(value, segment);
    else return undefined;
    if (value === undefined) return undefined;
  }
  return value;
}

/** `$ref` fragments may be percent-encoded (RFC 3986); text that is not valid encoding stays as it is. */
function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
