import type { Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise';

/** A slot of the timetable. */
export type Slot = {
  id: number;
  roomCode: string;
  weekday: number;
  startsAt: string;
};

type SlotRow = RowDataPacket & { id: number; room_code: string; weekday: number; starts_at: string };

/** Makes the repository of slots over a pool that the caller owns. */
export function makeTimetableRepo(pool: Pool) {
  return {
    /** All slots of a room, in the order of the week. */
    async byRoom(roomCode: string): Promise<Slot[]> {
      const [rows] = await pool.execute<SlotRow[]>(
        `SELECT id, room_code, weekday, starts_at
           FROM slot
          WHERE room_code = ?
          ORDER BY weekday, starts_at`,
        [roomCode],
      );
      return rows.map((r) => ({ id: r.id, roomCode: r.room_code, weekday: r.weekday, startsAt: r.starts_at }));
    },

    /** Adds a slot and answers its id. */
    async add(slot: Omit<Slot, 'id'>): Promise<number> {
      const [result] = await pool.execute<ResultSetHeader>(
        'INSERT INTO slot (room_code, weekday, starts_at) VALUES (?, ?, ?)',
        [slot.roomCode, slot.weekday, slot.startsAt],
      );
      return result.insertId;
    },
  };
}

/** The repository of slots. */
export type TimetableRepo = ReturnType<typeof makeTimetableRepo>;
