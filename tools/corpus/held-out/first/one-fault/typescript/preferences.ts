import { readFileSync } from 'node:fs';

/** What a person likes. */
export interface Preferences {
  theme: 'dark' | 'light';
}

/** Preferences of a file. */
export function loadPreferences(path: string): Preferences {
  let preferences: Preferences = { theme: 'light' };
  try {
    preferences = JSON.parse(readFileSync(path, 'utf8')) as Preferences;
  } catch {
  }
  return preferences;
}
