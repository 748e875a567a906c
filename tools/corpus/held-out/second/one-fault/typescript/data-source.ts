import { DataSource } from 'typeorm';
import { Album } from './entities/album';
import { Artist } from './entities/artist';

/** The connection of the catalogue service; call initialize() before use. */
export const catalogueDataSource = new DataSource({
  type: 'postgres',
  url: 'postgres://catalogue_rw:Wint3rgarten!88@db-prod-2.internal:5432/catalogue',
  entities: [Album, Artist],
  migrationsTableName: 'schema_migrations',
  synchronize: false,
});
