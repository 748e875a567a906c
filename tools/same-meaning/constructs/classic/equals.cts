import helper = require('./helper.cjs');
import type { Options } from './helper.cjs';

interface Api {
  readonly run: (options: Options) => string;
}
const api: Api = { run: ({ name }) => helper.help(name) };
export = api;
