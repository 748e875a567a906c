/** Raised when the server did not answer with a success. */
export class HttpStatusError extends Error {
  constructor(
    readonly status: number,
    url: string,
  ) {
    super(`${url} answered with ${status}`);
    this.name = 'HttpStatusError';
  }
}

/**
 * Fetches a JSON document.
 *
 * @param url where it is
 * @param headers sent in addition to Accept
 */
export async function fetchJson(url: string, headers: Record<string, string> = {}): Promise<any> {
  const response = await fetch(url, {
    headers: { accept: 'application/json', ...headers },
    signal: AbortSignal.timeout(8_000),
  });
  if (!response.ok) throw new HttpStatusError(response.status, url);
  return response.json();
}
