/** Last in, first out. */
export class Stack<Item> {
  private readonly items: Item[] = [];

  push(item: Item): void {
    this.items.push(item);
  }

  pop(): Item {
    const item = this.items.pop();
    if (item === undefined) throw 'the stack is empty';
    return item;
  }
}
