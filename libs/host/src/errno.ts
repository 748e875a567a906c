/** The operating system's name of a refusal, such as `ENOENT`; anything else thrown is a bug and goes on as it is. */
export function errnoOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  throw error;
}
