import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entityProject } from './command';

const CONDUCTOR = join(__dirname, '..', 'bin', 'conductor.js');

/** CommonJS whose exports Node does not see before it runs it, as Prettier's are. */
const PRETTIER = `const api = {
  format: async (text, { filepath }) => '// ' + filepath.split('/').pop() + '\\n' + text,
  resolveConfig: async () => null,
  getFileInfo: async (path) => ({ inferredParser: path.endsWith('.ts') ? 'typescript' : null }),
};
module.exports = Object.fromEntries(Object.entries(api));
`;

describe('a formatter of the workspace', () => {
  it('formats what it knows, in a process of its own as people run it, and leaves the rest as it is', () => {
    const folder = entityProject();
    const configuration = JSON.parse(readFileSync(join(folder, 'conductor.json'), 'utf8')) as { patterns: object[] };
    const pattern = join(folder, '.conductor', 'patterns', 'notes');
    mkdirSync(pattern);
    writeFileSync(join(pattern, 'pattern.json'), JSON.stringify({ id: 'notes', accepts: 'entities', outputs: [{ template: 'a.txt.ejs', to: 'a.txt' }] }));
    writeFileSync(join(pattern, 'a.txt.ejs'), 'as   it is');
    writeFileSync(join(folder, 'conductor.json'), JSON.stringify({ ...configuration, patterns: [...configuration.patterns, { use: 'notes' }], format: 'prettier' }));
    const place = join(folder, 'node_modules', 'prettier');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), JSON.stringify({ name: 'prettier', version: '3.9.9', main: 'index.cjs' }));
    writeFileSync(join(place, 'index.cjs'), PRETTIER);
    const { status, stderr } = spawnSync(process.execPath, [CONDUCTOR, 'generate'], { cwd: folder, encoding: 'utf8' });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const made = join(folder, 'generated');
    expect(readFileSync(join(made, 'a.txt'), 'utf8')).toBe('as   it is');
    const others = readdirSync(made, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(others.length).toBeGreaterThan(0);
    for (const file of others) expect(readFileSync(join(made, file), 'utf8')).toMatch(/^\/\/ \S+\.ts\n/);
  });
});
