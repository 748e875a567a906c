/** Labels of the files in `by-hand/`, which were written before, and without a look at, what the rules make of them. */
export const BY_HAND = [
  good('typescript/rate-limiter.ts'),
  good('typescript/event-bus.ts'),
  good('typescript/csv.ts'),
  good('typescript/session-cookie.ts'),
  good('typescript/rate-limiter.test.ts', 'test'),
  good('typescript/health-routes.ts', 'http-service'),
  good('typescript/retry.ts'),
  good('typescript/legacy-global.ts'),
  good('python/tokenizer.py'),
  good('python/worker.py'),
  good('python/report.py'),
  good('python/test_tokenizer.py', 'test'),
  good('python/settings.py'),
  good('python/health_routes.py', 'http-service'),
  good('sql/audit.sql'),
  good('sql/named_constraints.sql'),
  good('sql/upsert.sql'),
  good('sql/touch_trigger.sql'),
  good('sql/mysql_tables.sql'),
  good('sql/totals.sql'),
  bad('typescript/own-expect.test.ts', 'its expect is its own and does nothing', 3, 'test'),
  bad('typescript/silenced.ts', 'any in a public type, held back without a reason', 4),
  bad('typescript/loose.ts', 'any inside other types of exports', 2),
  bad('typescript/joined-sql.ts', 'SQL by concatenation, in a variable', 4),
  bad('typescript/global-eval.ts', 'runs a text as code', 4),
  bad('typescript/dead-checks-routes.ts', 'what checks the input is never run', 7, 'http-service'),
  bad('typescript/commented-catch.test.ts', 'the only assertion is a comment', 4, 'test'),
  bad('python/builtins_eval.py', 'runs a text as code', 7),
  bad('python/test_always.py', 'an assertion that always holds', 7, 'test'),
  bad('python/archive.py', 'a command through a shell', 7),
  bad('python/multiline_sql.py', 'SQL by formatting, over several lines', 7),
  bad('python/ellipsis_body.py', 'bodies that are not written', 9),
  bad('sql/named_primary_key.sql', 'a table without a primary key', 2),
  bad('sql/index_elsewhere.sql', 'no index for a foreign key; another table has one for a column of that name', 3),
  bad('sql/unfinished.sql', 'a comma is missing', 3),
];

function good(path, role) {
  return { path: `by-hand/${path}`, faults: [], ...(role ? { role } : {}) };
}

function bad(path, what, line, role) {
  return { path: `by-hand/${path}`, faults: [{ what, line, local: false }], ...(role ? { role } : {}) };
}
