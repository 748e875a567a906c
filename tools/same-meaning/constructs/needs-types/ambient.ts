// What is declared for all files is imported by none.
export function edition() {
  return EDITION.year;
}
