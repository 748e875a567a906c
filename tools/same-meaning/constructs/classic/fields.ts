class Setting {
  set value(value: number) {
    log.push(`set ${value}`);
  }
}
const log: string[] = [];
const Parent: new () => object = Setting;
export class Child extends Parent {
  // Assigned, not defined: the setter of the parent runs.
  value: number = 3;
  untouched?: string;
  static list: readonly number[] = [1];
  static readonly name2: string = Child.list.join();
  constructor(private readonly kept: string = 'kept') {
    super();
    log.push(this.kept);
  }
}
export const seen: readonly unknown[] = [new Child(), log.slice(), Object.keys(new Child()), 'untouched' in new Child(), Child.name2];
