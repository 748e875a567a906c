/**
 * A program whose files are made of slots, each with texts to choose from: between them they use every way in which a
 * file can see another, and a good part of the combinations is wrong. A choice is an index for each slot.
 */
export type Program = Readonly<Record<string, readonly (readonly string[])[]>>;

export const PROGRAM: Program = {
  'src/base.ts': [
    ['export interface Base { id: string; count: number }', 'export interface Base { id: number; count: number }', 'export interface Base { readonly id: string; count?: number }', 'export type Base = { id: string; count: number } | undefined', 'interface Base { id: string; count: number }'],
    ['export type Kind = "a" | "b";', 'export type Kind = "a" | "b" | "c";', 'export type Kind = number;', ''],
    ['export class Root { protected name: string = ""; greet(loud: boolean): string { return loud ? "A" : this.name; } }', 'export class Root { protected name: string = ""; greet(loud: boolean): string { return loud ? "B" : this.name; } }', 'export abstract class Root { private name: string = ""; abstract greet(loud: boolean, times: number): string; own(): string { return this.name; } }', 'export class Root { #name: string = ""; get label(): string { return this.#name; } greet(): void {} }'],
    ['', 'const local: number = 1;', 'export const wrong: number = "text";', 'export const late = undefined;'],
  ],
  'src/middle.ts': [
    ["import type { Base, Kind } from './base';", "import { type Base, type Kind } from './base.js';", "import * as base from './base';\ntype Base = base.Base; type Kind = base.Kind;", "type Base = import('./base').Base; type Kind = import('./base').Kind;"],
    ['export interface Middle { base: Base; kind: Kind }', 'export interface Middle { base: Base; kind: Kind | null }', 'export interface Middle extends Omit<Base, "id"> { kind: Kind; base: Base }'],
    ['export function make(kind: Kind): Middle { return { base: { id: "1", count: 1 }, kind }; }', 'export function make(kind: Kind): Middle { return { base: { id: "2", count: 2 }, kind }; }', 'export const make = (kind: Kind): Middle => ({ base: { id: "1", count: 1 }, kind: kind });', 'export function make(kind: Kind) { return { base: { id: "1", count: 1 }, kind }; }'],
    ['', 'export const made = make("a");', 'export let state = null;', 'const used = 1; export default used;', 'export default function (a = 1): number { return a; }'],
  ],
  'src/derived.ts': [
    ["import { Root } from './base';", "import { Root, local } from './base';", "import { Root, missing } from './base';", "import Root from './base';"],
    ['export class Derived extends Root { override greet(loud: boolean): string { return super.greet(loud); } }', 'export class Derived extends Root { greet = (loud: boolean): string => String(loud); }', 'export class Derived extends Root { name: string = ""; }', 'export class Derived { name: string = ""; }'],
    ['', 'export const one: Derived = new Derived();', 'export const one = new Derived().greet(true);'],
  ],
  'src/barrel.ts': [
    ["export * from './middle';", "export { make } from './middle';", "export * as middle from './middle';\nexport { make, type Middle } from './middle';", "export { make as make2 } from './middle';"],
    ["export * from './derived';", "export type { Derived } from './derived';", ''],
    ['', "export * from './base';", "export { default } from './middle';"],
  ],
  'src/user.ts': [
    ["import { make, type Middle } from './barrel';", "import { make } from './middle'; import type { Middle } from './middle';", "import { make, Middle } from './barrel';", "import { make2 as make, type Middle } from './barrel';"],
    ['const item: Middle = make("a");', 'const item: Middle = make("c");', 'const item = make(1);'],
    ['export const id: string = item.base.id;', 'export const count = item.base.count;', 'export const kind: "a" | "b" = item.kind;', 'export const text: string = item.base.id.toUpperCase();'],
    ['', 'export function unused(a: number): number { return 1; }', "/* é😀 */ export const é: string = 5;", 'export const [first, second] = [item, item];'],
  ],
  'src/enums.ts': [
    ['export enum Color { Red, Green }', 'export enum Color { Red = 1, Green = 2 }', 'export enum Color { Red = "r", Green = "g" }', 'export const enum Color { Red, Green }', 'export enum Color { Red }'],
    ['export enum Next { A = 3, B = Color.Red }', 'export enum Next { A = 1, B = 2 }', ''],
    ['', 'export namespace Space { export const x: Color = Color.Red; }', 'export namespace Space { export let y = 1; }'],
  ],
  'src/paint.ts': [
    ["import { Color, Next } from './enums';", "import * as enums from './enums'; const Color = enums.Color; const Next = enums.Next;"],
    ['export const paint: number = Color.Green;', 'export const paint: string = Color.Green;', 'export const paint: Color = 7;'],
    ['export const next = Next.B;', 'export const next: 1 = Next.A;', ''],
    ['', "import data from './data.json'; export const size: number = data.size;", "import data from './data.json' with { type: 'json' }; export const list: string[] = data.list;"],
  ],
  'src/loops.ts': [
    ["import { b } from './loops2'; export const a = () => b();", "import { b } from './loops2'; export const a = (): number => b();", "import type { B } from './loops2'; export type A = { b?: B };", "import type { B } from './loops2'; export type A = B;"],
    ['', 'export const extra = { nested: [1, "2"] };', 'export const extra = { nested: [1, 2] as const };'],
  ],
  'src/loops2.ts': [
    ["import { a } from './loops'; export const b = () => a();", "import { a } from './loops'; export const b = (): string => a();", "import type { A } from './loops'; export type B = { a?: A };", "import type { A } from './loops'; export type B = A;"],
    ['', "import { extra } from './loops'; export const [one] = extra.nested; export const flat: number = one;"],
  ],
  'src/generic.ts': [
    ['export type Box<T> = { value: T };', 'export type Box<T extends string> = { value: T };', 'export type Box<T = number> = { value: T[] };', 'export interface Box<in T> { put(value: T): void }'],
    ['export function open<T>(box: Box<T>): T { return (box as any).value; }', 'export async function open<T>(box: Box<T>): Promise<T> { return (box as any).value; }', 'export function open<T>(box: Box<T>, other?: T): T | undefined { return other; }', 'export function open(box: Box<number>): number;\nexport function open(box: Box<string>): string;\nexport function open(box: any): any { return box; }'],
  ],
  'src/boxes.ts': [
    ["import { open, type Box } from './generic';", "import { open } from './generic'; import type { Box } from './generic';"],
    ['export const value: number = open({ value: 1 } as Box<number>);', 'export const value = open({ value: "x" } as Box<string>);', 'export const value: Box<Box<number>> = { value: { value: 1 } };'],
  ],
  'src/things.ts': [
    ["import type { Middle } from './middle';\nexport interface Things { all: Middle[] }", "import type { Middle } from './barrel';\nexport interface Things { all: Middle[] }"],
    ["export const things: Things = { all: [] };", "export const things: Things = { all: [{ base: { id: '1', count: 1 }, kind: 'a' }] };"],
  ],
  'src/deep.ts': [
    ["import { things } from './things';"],
    ["export const first: string = things.all[0]!.base.id;", "export const first = things.all[0]!.base!.count;", "export const first: { id: string } = things.all[0]!.base;"],
    ['', 'let later: number; export const read = later;', "import { shared } from 'pack'; export const pack: string = shared;", "import 'pack/globals'; export const g: number = PACK_GLOBAL;"],
  ],
  'src/globals.d.ts': [
    ['declare const GLOBAL: number;', 'declare const GLOBAL: string;'],
    ["declare module 'untyped' { export const anything: number }", ''],
  ],
  'src/speaks.ts': [
    ["import './base'; export const q = 1;", "import './base'; declare global { interface Window2 { a: string } }", "declare module './base' { interface Base { more?: string } } export {};", 'var scriptVariable: number = 1;'],
    ['', "export const g: number = GLOBAL;", "import { anything } from 'untyped'; export const any: string = anything;"],
  ],
  'src/early.ts': [
    ["export const early = 1;", "import { later } from './later'; export const early = later;", "import './later'; export const early = 2;", "// @ts-ignore\nimport { later } from './later.js'; export const early = later;", "export * from './things/index.js';"],
    ['', "export const gone: typeof import('./later') = null!;"],
  ],
  'src/late.ts': [["import { early } from './early'; export const late: number = early;", "import * as all from './early'; export const late: string = all.early;", "\uFEFFimport { early, none } from './early';\r\n\r\nexport const late: string = /* 😀 */ early;"]],
  'src/later.ts': [['export const later: number = 1;', 'export const later: string = "";', 'declare global { var LATER: number } export const later = 1;']],
  'src/things/index.ts': [['export const things = 1;']],
  'src/extra.tsx': [
    ['export const view = 1;', "import { things } from './things'; export const view: number = things;", 'export const view = <div />;'],
  ],
  'src/data.json': [['{ "size": 1, "list": ["a"] }', '{ "size": "1", "list": ["a"] }', '{ "list": [1] }']],
};

/** Files that are not there at first. */
export const AWAY = ['src/later.ts', 'src/things/index.ts'];

/** Which of its texts each slot has. A file that is missing here is not there. */
export type Choice = Record<string, number[]>;

export const START: Choice = Object.fromEntries(Object.entries(PROGRAM).map(([name, slots]) => [name, slots.map(() => 0)]));

export const textOf = (name: string, choice: readonly number[]): string => (PROGRAM[name] as Program[string]).map((slot, index) => slot[choice[index] as number]).join('\n') + '\n';
