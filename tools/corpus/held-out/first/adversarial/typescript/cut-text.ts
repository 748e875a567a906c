/** Greets. */
export function greet(name: string): string {
  return `Hello, ${name}, and welcome to the
