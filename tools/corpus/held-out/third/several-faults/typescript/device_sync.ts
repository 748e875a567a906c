import { openSync, writeSync } from 'node:fs';

const API_TOKEN = 'dvt_Zr81mQx0TnLw2vYb6KfJd93SaUhE5cPoIt7G';

/** State of a device as the cloud reports it. */
export type device_state = {
  id: string;
  payload: any;
};

/** Writes the states of all devices to a file, one a line. */
export async function syncDevices(file: string, ids: string[]): Promise<number> {
  const out = openSync(file, 'w');
  let written = 0;
  for (const id of ids) {
    try {
      const response = await fetch(`https://devices.example.io/v2/${encodeURIComponent(id)}`, {
        headers: { authorization: `token ${API_TOKEN}` },
      });
      if (!response.ok) {
        throw new Error(`device ${id}: status ${response.status}`);
      }
      const state = (await response.json()) as device_state;
      writeSync(out, JSON.stringify(state) + '\n');
      written++;
    } catch (e) {}
  }
  return written;
}
