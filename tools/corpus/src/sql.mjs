import { plural, snake } from './names.mjs';

const COLUMN = { text: 'TEXT NOT NULL', code: 'VARCHAR(40) NOT NULL', email: 'VARCHAR(255) NOT NULL', money: 'NUMERIC(12, 2) NOT NULL', count: 'INTEGER NOT NULL', flag: 'BOOLEAN NOT NULL DEFAULT FALSE', day: 'DATE NOT NULL', instant: 'TIMESTAMPTZ NOT NULL DEFAULT now()' };

const check = (field) => (field.kind === 'money' || field.kind === 'count' ? ` CHECK (${snake(field.name)} >= 0)` : '');

/** The tables of an entity and of what it belongs to. */
export function schema({ name, owner, domain, fields, states }, random) {
  const table = snake(plural(name));
  const owners = snake(plural(owner));
  const style = random.pick(['inline', 'below', 'altered']);
  const key = random.pick(['BIGSERIAL PRIMARY KEY', 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY', 'UUID PRIMARY KEY DEFAULT gen_random_uuid()']);
  const reference = key.startsWith('UUID') ? 'UUID' : 'BIGINT';
  const text = `-- The ${domain}: ${plural(name)} and their ${plural(owner)}.
CREATE TABLE ${owners} (
  id ${key},
  name TEXT NOT NULL,
  email VARCHAR(255) NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE ${table} (
  id ${key},
  ${snake(owner)}_id ${reference} NOT NULL${style === 'inline' ? ` REFERENCES ${owners} (id) ON DELETE CASCADE` : ''},
${fields.map((field) => `  ${snake(field.name)} ${COLUMN[field.kind]}${check(field)}`).join(',\n')},
  state VARCHAR(20) NOT NULL DEFAULT '${states[0]}' CHECK (state IN (${states.map((state) => `'${state}'`).join(', ')}))${style === 'below' ? `,\n  FOREIGN KEY (${snake(owner)}_id) REFERENCES ${owners} (id)` : ''}
);
${style === 'altered' ? `\nALTER TABLE ${table} ADD CONSTRAINT ${table}_${snake(owner)} FOREIGN KEY (${snake(owner)}_id) REFERENCES ${owners} (id);\n` : ''}
CREATE INDEX ${table}_${snake(owner)}_index ON ${table} (${snake(owner)}_id);
CREATE INDEX ${table}_state_index ON ${table} (state, ${snake(fields[0].name)});
`;
  return random.chance(0.25) ? text.replace(/\b(CREATE|TABLE|INDEX|ON|PRIMARY|KEY|NOT|NULL|DEFAULT|REFERENCES|CHECK|IN|TEXT|BIGINT|UNIQUE|DELETE|CASCADE|FOREIGN|ALTER|ADD|CONSTRAINT|UUID|DATE|INTEGER|BOOLEAN|FALSE|VARCHAR|NUMERIC|TIMESTAMPTZ)\b/g, (word) => word.toLowerCase()) : text;
}

/** Two entities that belong to many of each other. */
export function links({ name, owner }) {
  const table = `${snake(owner)}_${snake(plural(name))}`;
  return `CREATE TABLE IF NOT EXISTS ${table} (
  ${snake(owner)}_id BIGINT NOT NULL REFERENCES ${snake(plural(owner))} (id),
  ${snake(name)}_id BIGINT NOT NULL REFERENCES ${snake(plural(name))} (id),
  since DATE NOT NULL,
  PRIMARY KEY (${snake(owner)}_id, ${snake(name)}_id)
);

CREATE INDEX IF NOT EXISTS ${table}_${snake(name)} ON ${table} (${snake(name)}_id);

CREATE TABLE IF NOT EXISTS ${snake(name)}_notes (
  ${snake(name)}_id BIGINT PRIMARY KEY REFERENCES ${snake(plural(name))} (id),
  note TEXT NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL
);
`;
}

/** What people ask of the tables, and changes of rows. */
export function queries({ name, owner, fields, states }, random) {
  const table = snake(plural(name));
  const owners = snake(plural(owner));
  const column = snake(fields[0].name);
  return `-- Open ${plural(name)}, the newest first.
CREATE VIEW current_${table} AS
SELECT ${table}.id, ${table}.${column}, ${owners}.name
FROM ${table}
JOIN ${owners} ON ${owners}.id = ${table}.${snake(owner)}_id
WHERE ${table}.state = '${states[0]}';

INSERT INTO ${table} (${snake(owner)}_id, ${column}, state) VALUES (1, 'first', '${states[0]}'), (1, 'second', '${states[1]}');

UPDATE ${table} SET state = '${states[1]}' WHERE ${snake(owner)}_id = 1 AND state = '${states[0]}';

DELETE FROM ${table} WHERE state = '${states.at(-1)}';
${random.chance(0.5) ? `\nSELECT ${owners}.name, count(*) AS total\nFROM ${table}\nJOIN ${owners} ON ${owners}.id = ${table}.${snake(owner)}_id\nGROUP BY ${owners}.name\nORDER BY total DESC\nLIMIT 10;\n` : ''}`;
}

/** A step from one schema to the next. */
export function migration({ name, owner, fields }) {
  const table = snake(plural(name));
  return `BEGIN;

CREATE TABLE ${snake(name)}_changes (
  id BIGSERIAL PRIMARY KEY,
  ${snake(name)}_id BIGINT NOT NULL REFERENCES ${table} (id) ON DELETE CASCADE,
  ${snake(fields[0].name)} TEXT NOT NULL,
  changed_by VARCHAR(80) NOT NULL,
  changed_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX ${snake(name)}_changes_row ON ${snake(name)}_changes (${snake(name)}_id, changed_at);

ALTER TABLE ${table} ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE ${table} ADD CONSTRAINT ${table}_once UNIQUE (${snake(owner)}_id, ${snake(fields[0].name)});
UPDATE ${table} SET archived = TRUE WHERE ${snake(owner)}_id IS NULL;

COMMIT;
`;
}
