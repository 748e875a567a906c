/** What comes back from the queue. */
export type Delivery = Promise<Array<any>>;

export class Inbox {
  constructor(protected readonly rows: Map<string, any> = new Map()) {}

  size(): number {
    return this.rows.size;
  }
}
