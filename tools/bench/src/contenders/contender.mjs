/**
 * @typedef {object} Contender a generator as its users run it: its own command, in a folder that holds `api.json`
 * @property {string} id the word for `--peers`
 * @property {string} title
 * @property {'types' | 'types and client'} makes what `--makes` chooses by, and readers compare by
 * @property {string} produces one line for the notes: what it writes and how it was configured
 * @property {string} version
 * @property {boolean} ours a failure or a type error of ours fails the bench, one of a peer's is reported
 * @property {boolean} keepsCache whether it keeps anything from one run to the next
 * @property {() => string | undefined} missing why it cannot run here, if it cannot
 * @property {(folder: string) => void} configure writes its configuration beside `api.json`
 * @property {(folder: string) => string[]} command
 * @property {string} output its output folder, relative
 * @property {string[]} caches what else it leaves behind and a run from nothing must not find, relative
 * @property {string[]} records what belongs to the output and goes when the output goes, relative
 * @property {(stdout: string) => string | undefined} [remark] what it says about the work it did
 */

export {};
