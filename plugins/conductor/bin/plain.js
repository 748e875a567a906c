require('node:v8').setFlagsFromString('--interrupt-budget=500000');
require('../dist/cli.js');
