import { swap, swapLast } from './edit.mjs';

/** Faults that are put into good SQL; see `faults-typescript.mjs`. */
export const SQL_FAULTS = [
  { what: 'a table without a primary key, though it has an id', local: true, put: (text) => swapLast(text, /^( +id \w+(?: GENERATED ALWAYS AS IDENTITY)?) PRIMARY KEY/im, '$1 NOT NULL') },
  { what: 'no index for a foreign key', local: true, put: (text) => (/create table/i.test(text) ? swap(text, /^CREATE INDEX (?:IF NOT EXISTS )?\w+ ON \w+ \(\w+_id[^)]*\);\n/im, '') ?? swap(text, /^CREATE INDEX IF NOT EXISTS [^;]+;\n/im, '') : undefined) },
  { what: 'the index begins with another column', local: true, put: (text) => swap(text, /^(CREATE INDEX \w+_index ON \w+ \()(\w+_id)\)/im, '$1state, $2)') },
  { what: 'money that rounds', local: true, put: (text) => swap(text, /^( +(?:price|total|amount|salary|fee|cost)) numeric\(12, 2\)/im, '$1 REAL') },
  { what: 'money in double precision', local: true, put: (text) => swap(text, /^( +(?:price|total|amount|salary|fee|cost)) numeric\(12, 2\)/im, '$1 DOUBLE PRECISION') },
  { what: 'passwords in clear text', local: true, put: (text) => swap(text, /^( +)email varchar\(255\) not null unique,/im, '$&\n$1password VARCHAR(80) NOT NULL,') },

  { what: 'a table of links without a primary key', put: (text) => swap(text, /,\n +PRIMARY KEY \([^)]*\)/, '') },
  { what: 'a table with nothing to identify a row', put: (text) => `${text}\nCREATE TABLE audit_log (\n  happened_at TIMESTAMPTZ NOT NULL,\n  message TEXT NOT NULL\n);\n` },
  { what: 'a change of all rows', put: (text) => swap(text, /^(UPDATE \w+ SET \w+ = [^;]*?) WHERE [^;]+;/m, '$1;') },
  { what: 'a removal of all rows', put: (text) => swap(text, /^(DELETE FROM \w+) WHERE [^;]+;/m, '$1;') },
  { what: 'a view of whatever there is', put: (text) => swap(text, /^(CREATE VIEW [^\n]+\n)SELECT [^\n]+/m, '$1SELECT *') },
  { what: 'a reference that is not declared', put: (text) => (/^ALTER TABLE \w+ ADD CONSTRAINT \w+ FOREIGN/im.test(text) ? swap(text, /^ALTER TABLE \w+ ADD CONSTRAINT [^;]+;\n/im, '') : swap(text, /(_id (?:bigint|uuid) not null) references \w+ \(id\)(?: on delete cascade)?/i, '$1')) },
];
