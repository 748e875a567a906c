import { db } from './db.js';

export async function rename(table: string, id: string, name: string): Promise<void> {
  const query = 'UPDATE ' + table + " SET name = '" + name + "' WHERE id = '" + id + "'";
  await db.query(query);
}
