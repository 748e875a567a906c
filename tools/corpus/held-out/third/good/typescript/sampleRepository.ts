import type { Pool } from 'pg';

/** A laboratory sample. */
export interface Sample {
  id: number;
  barcode: string;
  collectedAt: Date;
  storageSlot: string | null;
}

interface SampleRow {
  id: number;
  barcode: string;
  collected_at: Date;
  storage_slot: string | null;
}

const toSample = (row: SampleRow): Sample => ({
  id: row.id,
  barcode: row.barcode,
  collectedAt: row.collected_at,
  storageSlot: row.storage_slot,
});

/** Reads and writes samples. The pool belongs to whoever made it, who also ends it. */
export class SampleRepository {
  constructor(private readonly pool: Pool) {}

  /** The sample with this barcode, or null. */
  async findByBarcode(barcode: string): Promise<Sample | null> {
    const result = await this.pool.query<SampleRow>(
      'SELECT id, barcode, collected_at, storage_slot FROM sample WHERE barcode = $1',
      [barcode],
    );
    const row = result.rows[0];
    return row === undefined ? null : toSample(row);
  }

  /** Moves a sample and writes the move down, both or neither. */
  async move(sampleId: number, slot: string, movedBy: string): Promise<boolean> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const updated = await client.query('UPDATE sample SET storage_slot = $1 WHERE id = $2', [slot, sampleId]);
      if (updated.rowCount === 0) {
        await client.query('ROLLBACK');
        return false;
      }
      await client.query(
        'INSERT INTO sample_move (sample_id, slot, moved_by) VALUES ($1, $2, $3)',
        [sampleId, slot, movedBy],
      );
      await client.query('COMMIT');
      return true;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
}
