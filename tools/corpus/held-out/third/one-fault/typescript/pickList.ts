/** One line of a list for the picker. */
export interface pick_line {
  bin: string;
  sku: string;
  quantity: number;
}

const byBin = (a: pick_line, b: pick_line): number => a.bin.localeCompare(b.bin, 'en', { numeric: true });

/** Puts lines of one bin and article together and sorts them by way. */
export function buildPickList(lines: readonly pick_line[]): pick_line[] {
  const merged = new Map<string, pick_line>();
  for (const line of lines) {
    const key = `${line.bin}|${line.sku}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...known, quantity: known.quantity + line.quantity } : { ...line });
  }
  return [...merged.values()].sort(byBin);
}
