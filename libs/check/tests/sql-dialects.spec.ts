import fc from 'fast-check';
import { judgeText } from '../src/judge/judge-text';
import { cutOff, withoutDialect } from '../src/parse/sql-dialects';
import { engine } from './rig';

const outcome = (text: string): string => judgeText(engine, text, 'sql', []).outcome;

describe('what the grammar of SQL does not know of its dialects', () => {
  it.each([
    'CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL, CONSTRAINT a_b FOREIGN KEY (b) REFERENCES c (id) ON DELETE CASCADE);',
    'CREATE TABLE a (id int PRIMARY KEY, day date NOT NULL DEFAULT current_date, who text NOT NULL DEFAULT current_user);',
    'CREATE TABLE a (id integer primary key autoincrement, name text NOT NULL COLLATE NOCASE) STRICT, WITHOUT ROWID;',
    'PRAGMA foreign_keys = ON;\nSELECT id FROM a;',
    'GRANT SELECT ON ALL TABLES IN SCHEMA app TO reader;\nREVOKE ALL ON SCHEMA app FROM PUBLIC;',
    "INSERT INTO a (code, name) VALUES ('A', 'x') ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name;",
    'CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL CHECK (b BETWEEN 0 AND 100), c int NOT NULL, CONSTRAINT once UNIQUE (b, c), CONSTRAINT a_b FOREIGN KEY (b) REFERENCES d (id));',
    "CREATE TABLE a (id int PRIMARY KEY, b text NOT NULL CHECK (b ~ '^[a(]'), CONSTRAINT once UNIQUE (b, id), CHECK (length(trim(b)) BETWEEN 1 AND 9));\nALTER TABLE a ADD CONSTRAINT c CHECK (b > '');",
    "SELECT id FROM a WHERE b >= CURRENT_DATE - INTERVAL '90' DAY FOR UPDATE SKIP LOCKED;",
    'DELETE FROM a AS x USING b WHERE x.id = b.id;',
    'CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  NEW.at := now();\n  RETURN NEW;\nEND;\n$$;\nCREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW WHEN (OLD.b IS DISTINCT FROM NEW.b) EXECUTE FUNCTION touch();',
    'CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL REFERENCES bananas ON DELETE CASCADE, CONSTRAINT c FOREIGN KEY (id) REFERENCES app.pears);',
    'SELECT a, -sum(b) / 28.0 AS c, coalesce(-d, 0) FROM t WHERE e > -f AND g = -(h + 1) ORDER BY -i;',
    "CREATE TABLE a (id int NOT NULL AUTO_INCREMENT, b varchar(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL, PRIMARY KEY (id), FULLTEXT KEY c (b)) AUTO_INCREMENT = 5 ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci ROW_FORMAT=DYNAMIC COMMENT='words';",
    'CREATE TABLE a (id int NOT NULL, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);\nCREATE TABLE b PARTITION OF a FOR VALUES FROM (1) TO (2);',
    'SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a) AS b FROM t;',
    'CREATE TABLE a (id int NOT NULL, PRIMARY KEY (id)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;',
  ])('is no doubt: %s', (text) => {
    expect(outcome(text)).toBe('approved');
    expect(withoutDialect(text)).toHaveLength(text.length);
  });

  it('leaves the statements of a routine that change rows', () => {
    const plain = withoutDialect('CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$\nBEGIN\n  IF a THEN\n    DELETE FROM b;\n  END IF;\nEND;\n$$;');
    expect(plain.replace(/\s+/g, ' ').trim()).toBe('SELECT 1; DELETE FROM b ;');
  });

  it('leaves conditions alone that name what a table could have as an option', () => {
    const text = "UPDATE a SET engine = b WHERE (c) AND collate_as = 'x' AND comment = 'y' AND d = 5 - e;";
    expect(withoutDialect(text)).toBe(text);
  });

  it('leaves texts and comments alone', () => {
    const text = "SELECT 'GRANT x; FOR UPDATE' AS a -- PRAGMA y;\nFROM b;";
    expect(withoutDialect(text)).toBe(text);
  });

  it.each([
    ["INSERT INTO a VALUES ('x);", 'the quote is never closed'],
    ['CREATE TABLE a (id int PRIMARY KEY, b int;', '`(` is never closed'],
    ['CREATE TABLE a (id int PRIMARY KEY));', '`)` closes nothing'],
    ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1', 'the body is never closed'],
    ['CREATE TABLE a (id int PRIMARY KEY, b text NOT NULL,);', 'nothing follows `,`'],
    ['SELECT 1; /* later', 'the comment is never closed'],
  ])('is rejected where it breaks off in every dialect: %s', (text, what) => {
    expect(cutOff(text)?.what).toBe(what);
    expect(outcome(text)).toBe('rejected');
  });

  it.each(["SELECT 'it''s', E'a\\'b', \"a(b\", `c)d`, $q$it's ($q$;", "INSERT INTO a VALUES ('it\\'s');", '/* a /* b */ it\'s */ SELECT 1;', "# don't\nSELECT 1;"])('is not cut off: %s', (text) => {
    expect(cutOff(text)).toBeUndefined();
  });

  it('law: every place of a text stays where it is', () => {
    const word = fc.constantFrom("'", '"', '$$', '--', '/*', '*/', '\n', ';', '(', ')', ' grant ', ' default current_date ', 'create function ', ' begin ', ' end', ' update a set b = 1;', 'é', '😀', '\\', ' using ', 'delete from a ');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join('');
        const plain = withoutDialect(text);
        expect(plain).toHaveLength(text.length);
        expect(plain.replace(/[^\n]/g, '')).toBe(text.replace(/[^\n]/g, ''));
        cutOff(text);
      }),
      { numRuns: 300 },
    );
  });
});
