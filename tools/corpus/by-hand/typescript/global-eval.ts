/** Formulas of a sheet. */
export function evaluate(formula: string, cells: Record<string, number>): number {
  const code = formula.replace(/[A-Z]\d+/g, (cell) => String(cells[cell] ?? 0));
  return Number(globalThis.eval(code));
}
