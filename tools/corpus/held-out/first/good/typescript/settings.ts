/** What the program is told from outside. */
export interface Settings {
  readonly port: number;
  readonly databaseUrl: string;
  readonly token: string;
}

/** Settings from environment variables; says which of them is wrong. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const port = Number(env['PORT'] ?? '8080');
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`PORT: "${env['PORT']}" is no port`);
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl) throw new Error('DATABASE_URL is not set');
  const token = env['API_TOKEN'];
  if (!token) throw new Error('API_TOKEN is not set');
  return { port, databaseUrl, token };
}
