export interface Options {
  readonly name: string;
}
export default function fallback(): string {
  return 'fallback';
}
export function help(name: string): string {
  return `help ${name}`;
}
