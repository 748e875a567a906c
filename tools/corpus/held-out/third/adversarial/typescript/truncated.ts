/** The load of a wagon. */
export interface WagonLoad {
  code: string;
  tonnes: number;
}

/** Spreads goods over wagons of equal size. */
export function spread(goods: ReadonlyMap<string, number>, capacity: number): WagonLoad[] {
  const loads: WagonLoad[] = [];
  for (const [code, weight] of goods) {
    let rest = weight;
    while (rest > 0) {
      loads.push({ code, tonnes: Math.min(rest, capac