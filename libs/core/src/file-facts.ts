/** What is known of a file by its path alone. */
export interface FileFacts {
  /** The file's name without its folder and its last extension. */
  readonly name: string;
  /** The path, relative to the project, with `/`. */
  readonly file: string;
  /** The part before the last `/`; `.` when there is none. */
  readonly folder: string;
  /** With its dot; empty when there is none. */
  readonly extension: string;
}

/** Takes a path (with `/`) apart, as items of the collection `files` offer it. */
export function fileFacts(path: string): FileFacts {
  const slash = path.lastIndexOf('/');
  const base = path.slice(slash + 1);
  const dot = base.lastIndexOf('.');
  const [name, extension] = dot > 0 ? [base.slice(0, dot), base.slice(dot)] : [base, ''];
  return { name, file: path, folder: slash === -1 ? '.' : path.slice(0, slash), extension };
}
