import { relations, sql } from 'drizzle-orm';
import { check, index, integer, pgTable, serial, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

/** A warehouse of the company. */
export const warehouses = pgTable(
  'warehouses',
  {
    id: serial('id').primaryKey(),
    code: text('code').notNull(),
    city: text('city').notNull(),
  },
  (table) => [uniqueIndex('warehouses_code_key').on(table.code)],
);

/** How much of an article lies in a warehouse. */
export const stockLevels = pgTable(
  'stock_levels',
  {
    id: serial('id').primaryKey(),
    warehouseId: integer('warehouse_id')
      .notNull()
      .references(() => warehouses.id, { onDelete: 'restrict' }),
    sku: text('sku').notNull(),
    quantity: integer('quantity').notNull().default(0),
    countedAt: timestamp('counted_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('stock_levels_warehouse_id_idx').on(table.warehouseId),
    uniqueIndex('stock_levels_warehouse_sku_key').on(table.warehouseId, table.sku),
    check('stock_levels_quantity_check', sql`${table.quantity} >= 0`),
  ],
);

/** Relations from a warehouse to its stock. */
export const warehouseRelations = relations(warehouses, ({ many }) => ({
  stock: many(stockLevels),
}));

/** A row of the table of warehouses. */
export type Warehouse = typeof warehouses.$inferSelect;
