/** The product of a matrix and a vector. */
export function multiply(matrix: readonly number[][], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, cell, at) => sum + cell * (vector[at] ?? 0), 0);
}
