/** What judges by rules: loaded when a command line asks for it. */
export { runRulesList, runRulesShow, runRulesTest } from './rules-commands';
export { runValidate, tellValidate, validateJson } from './validate';
