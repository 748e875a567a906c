/** A unit of work. */
export interface Job<TPayload> {
  id: number;
  payload: TPayload;
}

/** A queue in memory: first in, first out. */
export class JobQueue<TPayload = any, TName extends string = string> {
  private readonly jobs: Array<Job<TPayload>> = [];
  private nextId = 1;

  constructor(readonly name: TName) {}

  /** Adds a job and answers its id. */
  push(payload: TPayload): number {
    const id = this.nextId;
    this.nextId += 1;
    this.jobs.push({ id, payload });
    return id;
  }

  /** Takes the oldest job. */
  shift(): Job<TPayload> | undefined {
    return this.jobs.shift();
  }

  /** How many jobs wait. */
  get length(): number {
    return this.jobs.length;
  }
}
