#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

// In a checkout of Conductor itself the bundles are made by the build; in the published package they are always there.
if (!existsSync(join(__dirname, '..', 'dist', 'cli.js'))) {
  process.stderr.write('conductor is not built here: expected dist/cli.js beside bin/; run: npm run build\n');
  process.exit(3);
}
require('../dist/cli.js');
