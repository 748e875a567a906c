/** A file changed between the plan and its turn. Nothing of the plan was kept. */
export class ChangedMeanwhile extends Error {
  constructor(readonly path: string) {
    super(path);
    this.name = 'ChangedMeanwhile';
  }
}
