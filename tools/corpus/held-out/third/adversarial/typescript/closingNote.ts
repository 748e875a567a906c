/** A duration in minutes out of "1h 30m". */
export function parseDuration(text: string): number {
  const match = /^(?:(\d+)h)?\s*(?:(\d+)m)?$/.exec(text.trim());
  if (match === null || (match[1] === undefined && match[2] === undefined)) {
    throw new SyntaxError(`no duration: ${text}`);
  }
  return Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0);
}

This keeps the parser small and handles both units. You can extend it with days like this if you want.
