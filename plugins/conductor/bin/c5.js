#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

// In a checkout of Conductor itself the bundles are made by the build; in the published package they are always there.
if (!existsSync(join(__dirname, '..', 'dist', 'start.js'))) {
  process.stderr.write('conductor is not built here: expected dist/start.js beside bin/; run: npm run build\n');
  process.exit(3);
}
// Node 20 optimizes functions sooner than a run of a second or two can repay; later versions waited longer by themselves.
if (process.versions.node.startsWith('20.')) require('node:v8').setFlagsFromString('--interrupt-budget=500000 --semi-space-growth-factor=16 --no-parallel-scavenge');

require('../dist/start.js');
