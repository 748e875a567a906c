import type { Tree } from '@nx/devkit';
import init from '../src/nx/generators/init';
import { registerPlugin, registerSync } from '../src/nx/register';

/** The part of Nx's tree that the generator uses. */
function treeOf(files: Record<string, string>): Tree {
  return { read: (path: string) => files[path] ?? null, write: (path: string, text: string) => void (files[path] = text) } as unknown as Tree;
}

describe('registerPlugin', () => {
  it('adds the plugin behind the others, and leaves comments and layout', () => {
    const text = '{\n  // ours\n  "plugins": [\n    "@nx/jest/plugin"\n  ],\n  "parallel": 2\n}\n';
    expect(registerPlugin(text, 'x')).toBe('{\n  // ours\n  "plugins": [\n    "@nx/jest/plugin",\n    "x"\n  ],\n  "parallel": 2\n}\n');
  });

  it('makes the list when there is none', () => {
    expect(JSON.parse(registerPlugin('{}', 'x'))).toEqual({ plugins: ['x'] });
  });

  it.each(['{ "plugins": ["x"] }', '{ "plugins": [{ "plugin": "x", "options": {} }] }'])('leaves %s alone', (text) => {
    expect(registerPlugin(text, 'x')).toBe(text);
  });
});

describe('registerSync', () => {
  it('adds the generator behind the others, and once', () => {
    const text = '{\n  // ours\n  "sync": { "applyChanges": true, "globalGenerators": ["a:b"] }\n}\n';
    const after = registerSync(text, 'x:y');
    expect(after).toContain('// ours');
    expect(after).toMatch(/"globalGenerators": \[\s*"a:b",\s*"x:y"\s*\]/);
    expect(registerSync(after, 'x:y')).toBe(after);
    expect(JSON.parse(registerSync('{ "sync": {} }', 'x:y'))).toEqual({ sync: { globalGenerators: ['x:y'] } });
  });
});

describe('init', () => {
  it('registers the plugin and ignores what any run can make again; twice is once', () => {
    const files: Record<string, string> = { 'nx.json': '{}\n', '.gitignore': 'node_modules\n/.conductor/cache' };
    init(treeOf(files));
    const once = { ...files };
    expect(JSON.parse(files['nx.json'] as string)).toEqual({ plugins: ['@nx-conductor/plugin'], sync: { globalGenerators: ['@nx-conductor/plugin:sync'] } });
    expect(files['.gitignore']).toBe('node_modules\n/.conductor/cache\n.conductor/runs/\n.conductor/snapshots/\n.conductor/metrics/\n.conductor/manifests/**/*.intent*\n');
    init(treeOf(files));
    expect(files).toEqual(once);
  });
});
