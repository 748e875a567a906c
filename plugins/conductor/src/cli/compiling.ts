/** What compiles: loaded when a command line asks for it, apart from what other commands need. */
export { runCompile } from './compile';
export { runPipelineCommand } from './pipeline';
export { runTypecheck } from './typecheck';
