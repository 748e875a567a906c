import { goodFile } from './make.mjs';
import { PYTHON_FAULTS } from './faults-python.mjs';
import { SQL_FAULTS } from './faults-sql.mjs';
import { TYPESCRIPT_FAULTS } from './faults-typescript.mjs';

const LANGUAGES = ['typescript', 'python', 'sql'];
const FAULTS = { typescript: TYPESCRIPT_FAULTS, python: PYTHON_FAULTS, sql: SQL_FAULTS };
const LINE = { typescript: '// ', python: '# ', sql: '-- ' };

/** Words that stand for everything that is asked of a file. */
const CLAIMS = {
  typescript: ['res.status(201) 404 422 next(error) schema.parse(req.body) validate(body)', 'expect(sum).toBe(3) afterEach(() => cleanup()) toThrow rejects', 'try { } catch (error) { throw error } finally { client.release() } await'],
  python: ['with open(path) as file: try: except ValueError: raise HTTPException(status_code=404)', 'response_model=Item Depends(get_db) status.HTTP_201_CREATED @contextmanager', 'assert pytest.raises yield tearDown test_create test_read test_update test_delete'],
  sql: ['PRIMARY KEY (id), FOREIGN KEY (user_id) REFERENCES users (id)', 'CREATE INDEX idx ON orders (user_id); NOT NULL UNIQUE CHECK', 'WHERE id = $1'],
};

/** Files that are made to look right, or wrong, at a glance. The labels say what they are. */
export function makeAdversarial(random) {
  const files = [];
  const put = (trick, language, made, text, faulty = true) => {
    const number = String(files.length + 1).padStart(3, '0');
    files.push({ path: `adversarial/${trick}/${number}-${made.name}`, text, trick, faults: faulty ? [{ what: WHAT[trick], local: false }] : [], ...(made.role ? { role: made.role } : {}), language });
  };
  for (const language of LANGUAGES) {
    const good = (role) => {
      for (;;) {
        const made = goodFile(language, random);
        if (role === undefined || made.role === role) return made;
      }
    };
    for (let count = 0; count < 5; count += 1) {
      const made = good();
      put('comments-only', language, made, count % 2 === 0 || language === 'python' ? commented(made.text, language) : `/*\n${made.text.replaceAll('*/', '')}*/\n`);
    }
    for (let count = 0; count < 7; count += 1) {
      const made = good();
      const text = truncated(made.text, random);
      if (text !== undefined) put('truncated', language, made, text);
    }
    for (let count = 0; count < 6; count += 1) {
      const { made, text } = faulty(language, random);
      put('keywords', language, made, `${CLAIMS[language].map((claim) => LINE[language] + claim).join('\n')}\n${text}`);
    }
    if (language === 'sql') continue;
    for (let count = 0; count < 3; count += 1) {
      const made = good(count % 2 === 0 ? 'test' : 'http-service');
      put('code-in-a-string', language, made, inString(made.text, language));
      const { made: other, text } = faulty(language, random);
      put('keywords-in-strings', language, other, withStrings(text, language));
    }
  }
  for (const [language, other, name] of [
    ['typescript', 'python', 'user.py'],
    ['typescript', 'sql', 'user.sql'],
    ['python', 'typescript', 'user.ts'],
    ['python', 'sql', 'users.sql'],
    ['python', 'typescript', 'user.test.ts'],
    ['sql', 'typescript', 'schema.ts'],
    ['sql', 'python', 'schema.py'],
  ]) put('another-language', other, { name }, goodFile(language, random).text);
  for (const [language, name] of [['typescript', 'client.ts'], ['python', 'client.py'], ['sql', 'schema.sql']]) {
    const text = goodFile(language, random).text;
    put('fenced', language, { name }, `Here is the file that you asked for:\n\n\`\`\`${language}\n${text}\`\`\`\n`);
    put('merge-conflict', language, { name }, conflict(text));
    put('prose', language, { name }, 'This module should hold the client of the service. It validates input,\nhandles errors, closes connections and has a primary key.\n');
    put('nothing', language, { name }, '\n\n');
    put('json', language, { name }, '{\n  "name": "client",\n  "validates": true,\n  "primary key": ["id"]\n}\n');
    put('list', language, { name }, '["PRIMARY KEY", "try", "catch", "assert", "expect"]\n');
    for (let count = 0; count < 3; count += 1) {
      const made = goodFile(language, random);
      put('told-not-done', language, made, told(made.text, language), false);
    }
  }
  return files;
}

const WHAT = {
  'comments-only': 'nothing but comments',
  truncated: 'it ends in the middle',
  keywords: 'a fault under comments that claim the opposite',
  'code-in-a-string': 'the program is a text and never runs',
  'keywords-in-strings': 'a fault beside texts that claim the opposite',
  'another-language': 'it is written in another language than its name says',
  fenced: 'an answer of a chat, with a fence around the code',
  'merge-conflict': 'marks of an unfinished merge',
  prose: 'a text for people',
  nothing: 'it is empty',
  json: 'data in place of a program',
  list: 'a list of words in place of a program',
};

const commented = (text, language) => text.split('\n').map((line) => (line === '' ? '' : LINE[language] + line)).join('\n');

function faulty(language, random) {
  for (;;) {
    const made = goodFile(language, random);
    const fault = random.pick(FAULTS[language]);
    const text = fault.role === undefined || fault.role === made.role ? fault.put(made.text) : undefined;
    if (text !== undefined) return { made, text };
  }
}

/** Cut within brackets, so that something is always missing. */
function truncated(text, random) {
  const open = [];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if ('([{'.includes(text[at])) depth += 1;
    if (')]}'.includes(text[at])) depth -= 1;
    if (depth > 0 && at > text.length / 4 && /[\s,(]/.test(text[at])) open.push(at + 1);
  }
  return open.length === 0 ? undefined : text.slice(0, random.pick(open));
}

function inString(text, language) {
  if (language === 'python') return `PROGRAM = '''\n${text.replaceAll("'''", '')}'''\n\nexec\n`;
  return `export const program = \`\n${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\`;\n`;
}

function withStrings(text, language) {
  const claims = CLAIMS[language].map((claim) => `  ${JSON.stringify(claim)},`).join('\n');
  return language === 'python' ? `${text}\n\nCHECKS = [\n${claims.replaceAll('  "', '    "')}\n]\n` : `${text}\nexport const checks: readonly string[] = [\n${claims}\n];\n`;
}

function conflict(text) {
  const lines = text.split('\n');
  const at = Math.floor(lines.length / 2);
  return [...lines.slice(0, at), '<<<<<<< HEAD', lines[at], '=======', `${lines[at]} `, '>>>>>>> feature', ...lines.slice(at + 1)].join('\n');
}

/** Good code, with everything bad in comments and texts. */
function told(text, language) {
  const bad = {
    typescript: "// Never: any, eval(code), == in place of ===, var x, debugger; a password = 'S3cret-12345'\n// throw 'text'; catch (error) {} and expect(true).toBe(true) are refused too.\n",
    python: '# Never: except:, eval(text), x == None, def f(a=[]), yaml.load(text), shell=True\n# password = "S3cret-12345" and assert True are refused too.\n',
    sql: '-- Never: DELETE FROM users; UPDATE users SET active = false; price REAL; SELECT *\n-- CREATE TABLE t (name TEXT) has no key.\n',
  };
  return bad[language] + text;
}
