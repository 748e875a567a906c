import type { Knex } from 'knex';

/** Adds the table of invitations. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('invite', (table) => {
    table.uuid('id').primary().defaultTo(knex.fn.uuid());
    table.uuid('workspace_id').notNullable().references('id').inTable('workspace').onDelete('CASCADE');
    table.string('email', 254).notNullable();
    table.binary('token_hash').notNullable().unique();
    table.timestamp('expires_at', { useTz: true }).notNullable();
    table.timestamp('accepted_at', { useTz: true }).nullable();
    table.index(['workspace_id'], 'invite_workspace_id_idx');
  });
}

/** Takes the table away again. */
export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('invite');
}
