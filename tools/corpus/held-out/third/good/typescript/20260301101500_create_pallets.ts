import type { Knex } from 'knex';

/** Creates the tables of pallets and of their moves. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('pallets', (table) => {
    table.bigIncrements('id').primary();
    table.string('sscc', 18).notNullable().unique();
    table.decimal('weight_kg', 8, 2).notNullable();
    table.timestamps(true, true);
  });

  await knex.schema.createTable('pallet_moves', (table) => {
    table.bigIncrements('id').primary();
    table.bigInteger('pallet_id').notNullable().references('id').inTable('pallets').onDelete('CASCADE').index();
    table.string('from_bay', 12).notNullable();
    table.string('to_bay', 12).notNullable();
    table.timestamp('moved_at').notNullable().defaultTo(knex.fn.now());
  });
}

/** Removes both tables, the one that refers first. */
export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('pallet_moves');
  await knex.schema.dropTable('pallets');
}
