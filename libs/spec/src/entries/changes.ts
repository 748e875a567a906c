import { PLACEHOLDER, type Entries } from './entries';
import { valueEnd } from './scan';

/** A text held against the entries of an earlier one. */
export interface Comparison {
  /** The same gaps, the sizes of the entries as they are now. */
  readonly entries: Entries;
  /** Numbers of the entries that may differ, in order. */
  readonly changed: readonly number[];
  /** By segment: 1 where one of its entries may differ. */
  readonly changedSegments: Uint8Array;
}

/** Tells whether what lies at an offset of a new text is what began at `from` in the old one. */
export interface Same {
  /** All bytes of a segment, from the gap before its first entry to the end of its last. */
  segment(segment: number, from: number, at: number, size: number): boolean;
  /** The bytes of one entry. Without it every entry of a changed segment may differ. */
  readonly entry?: (from: number, at: number, size: number) => boolean;
}

/**
 * Finds the entries whose text has changed, when nothing else has: undefined when a gap differs, so that a key may have come,
 * gone or moved. Entries that changed are bounded, not parsed: whether they are JSON is the caller's to see.
 */
export function compareText(bytes: Uint8Array, old: Entries, same: Same): Comparison | undefined {
  const { skeleton, gaps, segments } = old;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sizes = old.sizes.slice();
  const changed: number[] = [];
  const changedSegments = new Uint8Array(segments.length);
  // Offsets in the new text, the old one and the skeleton.
  let [at, from, gapAt] = [0, 0, 0];
  let entry = 0;
  for (let segment = 0; segment < segments.length; segment++) {
    const last = segments[segment] as number;
    let [size, gapsSize] = [0, 0];
    for (let each = entry; each < last; each++) {
      size += (gaps[each] as number) + (sizes[each] as number);
      gapsSize += (gaps[each] as number) + PLACEHOLDER;
    }
    if (at + size <= text.length && same.segment(segment, from, at, size)) {
      [at, from, gapAt, entry] = [at + size, from + size, gapAt + gapsSize, last];
      continue;
    }
    changedSegments[segment] = 1;
    for (; entry < last; entry++) {
      const gap = gaps[entry] as number;
      if (!isGap(gap)) return undefined;
      [at, from, gapAt] = [at + gap, from + gap, gapAt + gap + PLACEHOLDER];
      const before = old.sizes[entry] as number;
      const end = valueEnd(text, at);
      if (end - at !== before || same.entry?.(from, at, before) !== true) changed.push(entry);
      sizes[entry] = end - at;
      [at, from] = [end, from + before];
    }
  }
  const rest = gaps[sizes.length] as number;
  return isGap(rest) && at + rest === text.length ? { entries: { ...old, sizes }, changed, changedSegments } : undefined;

  function isGap(size: number): boolean {
    return at + size <= text.length && text.compare(skeleton, gapAt, gapAt + size, at, at + size) === 0;
  }
}
