/**
 * How an object of the emulated Excel is described: its members, each with the requirement set that brought it. Every
 * member our source uses has an entry; anything else is answered with a loud ApiNotFound.
 */
import type { WorkbookModel } from "./workbook-model";

/** An error the host answers a batch with. */
export class HostFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "HostFault";
  }
}

export interface ServerObject {
  readonly type: ServerType;
  readonly self: unknown;
}

/** What members may ask of the pane that is talking. */
export interface PaneContext {
  readonly workbook: WorkbookModel;
  /** Number of this pane, the actor of its changes. */
  readonly actor: number;
  readonly maxCells: number;
  enableEvents: boolean;
  listen(event: string, target: string): void;
  unlisten(event: string, target: string): void;
  keep(object: ServerObject): string;
  release(referenceId: string): void;
  count(what: "mergeReads" | "suspensions" | "undoClears"): void;
}

export type Member =
  | {
      readonly kind: "property";
      readonly api: string;
      get(self: unknown, pane: PaneContext): unknown;
      set?(self: unknown, value: unknown, pane: PaneContext): void;
    }
  | { readonly kind: "navigation"; readonly api: string; get(self: unknown, pane: PaneContext): ServerObject | null }
  | {
      readonly kind: "method";
      readonly api: string;
      call(self: unknown, args: readonly unknown[], pane: PaneContext): unknown;
    };

export interface ServerType {
  readonly name: string;
  readonly members: ReadonlyMap<string, Member>;
  /** What Instantiate answers, beside a kept reference. */
  identify(self: unknown): Record<string, string>;
  /** Items of a collection. */
  readonly items?: (self: unknown) => readonly ServerObject[];
  readonly item?: (self: unknown, key: unknown) => ServerObject | null;
  make(self: unknown): ServerObject;
}

export interface TypeSpec<T> {
  readonly name: string;
  readonly id?: (self: T) => string;
  readonly items?: (self: T) => readonly ServerObject[];
  readonly item?: (self: T, key: unknown) => ServerObject | null;
  readonly properties?: Record<
    string,
    readonly [
      api: string,
      get: (self: T, pane: PaneContext) => unknown,
      set?: (self: T, value: unknown, pane: PaneContext) => void,
    ]
  >;
  readonly navigations?: Record<
    string,
    readonly [api: string, get: (self: T, pane: PaneContext) => ServerObject | null]
  >;
  readonly methods?: Record<
    string,
    readonly [api: string, call: (self: T, args: readonly unknown[], pane: PaneContext) => unknown]
  >;
}

/** A type that makes objects of its own kind. */
export interface TypeOf<T> extends ServerType {
  of(self: T): ServerObject;
}

/** Builds a type from its description; the one place where `self` regains its type. */
export function defineType<T>(spec: TypeSpec<T>): TypeOf<T> {
  const members = new Map<string, Member>();
  for (const [name, [api, get, set]] of Object.entries(spec.properties ?? {})) {
    members.set(name, {
      kind: "property",
      api,
      get: (self, pane) => get(self as T, pane),
      ...(set ? { set: (self: unknown, value: unknown, pane: PaneContext) => set(self as T, value, pane) } : {}),
    });
  }
  for (const [name, [api, get]] of Object.entries(spec.navigations ?? {})) {
    members.set(name, { kind: "navigation", api, get: (self, pane) => get(self as T, pane) });
  }
  for (const [name, [api, call]] of Object.entries(spec.methods ?? {})) {
    members.set(name, { kind: "method", api, call: (self, args, pane) => call(self as T, args, pane) });
  }
  const type = {
    name: spec.name,
    members,
    identify: (self: unknown): Record<string, string> => (spec.id ? { Id: spec.id(self as T) } : {}),
    ...(spec.items ? { items: (self: unknown) => spec.items?.(self as T) ?? [] } : {}),
    ...(spec.item ? { item: (self: unknown, key: unknown) => spec.item?.(self as T, key) ?? null } : {}),
    make: (self: unknown): ServerObject => ({ type, self }),
    of: (self: T): ServerObject => ({ type, self }),
  };
  return type;
}

export function isServerObject(value: unknown): value is ServerObject {
  return typeof value === "object" && value !== null && "type" in value && "self" in value;
}

/** Whether requirement set `have` (ExcelApi 1.x) includes `need`. */
export function reaches(have: string, need: string): boolean {
  const [haveMajor = 0, haveMinor = 0] = have.split(".").map(Number);
  const [needMajor = 0, needMinor = 0] = need.split(".").map(Number);
  return haveMajor > needMajor || (haveMajor === needMajor && haveMinor >= needMinor);
}
