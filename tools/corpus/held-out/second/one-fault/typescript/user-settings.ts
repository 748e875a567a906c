import { readFile } from 'node:fs/promises';

/** Settings a user can change by hand. */
export interface UserSettings {
  theme: 'light' | 'dark';
  telemetry: boolean;
}

const DEFAULTS: UserSettings = { theme: 'light', telemetry: false };

function isSettings(value: unknown): value is UserSettings {
  return (
    typeof value === 'object' &&
    value !== null &&
    'theme' in value &&
    (value.theme === 'light' || value.theme === 'dark') &&
    'telemetry' in value &&
    typeof value.telemetry === 'boolean'
  );
}

/** Reads the settings file of a user. */
export async function loadUserSettings(path: string): Promise<UserSettings> {
  let settings = { ...DEFAULTS };
  try {
    const parsed: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (!isSettings(parsed)) throw new TypeError(`${path} holds no settings`);
    settings = parsed;
  } catch {
  }
  return settings;
}
