const log: unknown[] = [];
function mark(name: string): (target: object, key?: string | symbol, at?: number | PropertyDescriptor) => void {
  return (target, key, at) => void log.push([name, typeof target, String(key), typeof at === 'number' ? at : typeof at]);
}
function replaced<T extends new (...args: any[]) => object>(base: T): T {
  log.push(base.name);
  return base;
}
export class Dependency {}
@mark('class')
@replaced
export class Decorated {
  @mark('field') field: number = 1;
  @mark('without value') bare?: string;
  constructor(@mark('parameter') readonly dependency: Dependency, plain?: string) {
    void plain;
  }
  @mark('method') method(@mark('argument') value: string): Promise<number> {
    return Promise.resolve(value.length);
  }
  @mark('accessor') get got(): Date {
    return new Date(0);
  }
  @mark('static field') static shared: string = 'shared';
}
export const seen: readonly unknown[] = [log, new Decorated(new Dependency()).field, Object.keys(new Decorated(new Dependency()))];
