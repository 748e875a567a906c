export interface Options {
  readonly name: string;
}
export function help(name: string): string {
  return `help ${name}`;
}
