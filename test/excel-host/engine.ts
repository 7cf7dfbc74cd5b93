/**
 * Answers the batches of the real office.js: resolves object paths, runs the actions in order, stops at the first
 * error. Facts of the protocol were observed on @microsoft/office-js 1.1.110. One engine serves one pane.
 */
import { areaAddress, cellsIn } from "./addresses";
import { WORKBOOK } from "./objects";
import { HostFault, isServerObject, reaches, type Member, type PaneContext, type ServerObject } from "./server-object";
import type { Actor, Change, WorkbookModel } from "./workbook-model";

export interface RequestRecord {
  readonly actions: readonly string[];
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Only gives references back; not a sync of the caller. */
  readonly cleanup: boolean;
  readonly failed: string | null;
}

export interface Counters {
  /** Batches the pane asked for, without the clean-up of references and office.js's own. */
  syncs: number;
  cleanups: number;
  maxRequestBytes: number;
  maxResponseBytes: number;
  bytes: number;
  mergeReads: number;
  suspensions: number;
  undoClears: number;
  /** Milliseconds that answering took on Excel's side; a test in one thread has to take them off. */
  busy: number;
  readonly log: RequestRecord[];
}

export interface Faults {
  /** Bytes a request or response may have; null on the desktop, where no such limit is documented. */
  maxBytes: number | null;
  /** Cells above which reading a range gives null instead of values. */
  maxCells: number;
  /** A cell is being edited: batches fail unless they asked to wait. */
  cellEdit: boolean;
  /** Codes to fail the coming syncs with, whose first matching request is answered with an error before any action. */
  readonly failures: {
    readonly code: string;
    readonly when?: (actions: readonly string[]) => boolean;
    times: number;
  }[];
  /** Called before each sync: the place for a colleague's edit between two of ours. */
  beforeSync: ((number: number, actions: readonly string[]) => void) | null;
  /** Called when a sync is done and before it is answered: the place where an answer gets lost. */
  afterSync: ((number: number, actions: readonly string[]) => void) | null;
  /** This many syncs are done, and answered with a dropped connection. */
  lostAnswers: number;
  /** No event is sent. */
  loseEvents: boolean;
  /** Called before each action inside a sync. */
  beforeAction: ((action: string) => void) | null;
  /** The pane dies after this many more write actions; nothing is answered any more. */
  killAfterWrites: number | null;
}

interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: WireArguments;
  readonly QueryInfo?: {
    readonly Select?: readonly string[];
    readonly Expand?: readonly string[];
    readonly Top?: number;
    readonly Skip?: number;
  };
}
interface WireArguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}
interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArguments;
}
interface WireRequest {
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WirePath>>;
}

const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
const PATH = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;
const DELAY_FOR_CELL_EDIT = 64;

/** Numbers office.js gives the events it can hear. */
const EVENT_TYPES: Readonly<Record<Change["type"], number>> = {
  changed: 10,
  activated: 11,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  columnSorted: 20,
  rowHiddenChanged: 22,
  protectionChanged: 24,
};

export interface RichEvent {
  readonly type: number;
  readonly target: string;
  readonly args: string;
}

export interface EngineOptions {
  readonly workbook: WorkbookModel;
  /** Requirement set, "1.13". */
  readonly level: string;
  readonly actor: number;
  readonly faults: Faults;
  readonly onEvent: (event: RichEvent) => void;
}

export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    if (unit >= 0xd800 && unit <= 0xdbff) index += 1;
  }
  return bytes;
}

const lowerFirst = (name: string): string =>
  name.startsWith("_") ? name : name.charAt(0).toLowerCase() + name.slice(1);
const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

interface Selection {
  all: boolean;
  readonly children: Map<string, Selection>;
}

function selectionOf(query: WireAction["QueryInfo"]): Selection {
  const root: Selection = { all: false, children: new Map() };
  const add = (path: string, whole: boolean): void => {
    let node = root;
    for (const raw of path.split("/")) {
      const name = lowerFirst(raw.trim());
      if (name === "items" || name === "") continue;
      if (name === "*" || name === "$all") {
        node.all = true;
        return;
      }
      const next = node.children.get(name) ?? { all: false, children: new Map<string, Selection>() };
      node.children.set(name, next);
      node = next;
    }
    if (whole || node === root) node.all = true;
  };
  for (const path of query?.Select ?? []) add(path, false);
  for (const path of query?.Expand ?? []) add(path, true);
  if (root.children.size === 0) root.all = true;
  return root;
}

export class Engine implements PaneContext {
  readonly workbook: WorkbookModel;
  readonly actor: number;
  readonly counters: Counters = {
    syncs: 0,
    cleanups: 0,
    maxRequestBytes: 0,
    maxResponseBytes: 0,
    bytes: 0,
    mergeReads: 0,
    suspensions: 0,
    undoClears: 0,
    busy: 0,
    log: [],
  };
  /** Members asked for that this emulator doesn't know: a hole in it or a slip in the source. */
  readonly unknownMembers: string[] = [];
  enableEvents = true;
  /** The pane was killed: nothing is answered, no event sent. */
  dead = false;
  private readonly kept = new Map<string, ServerObject>();
  private readonly heard = new Set<string>();
  private readonly stopListening: () => void;
  private lastReference = 0;

  constructor(private readonly options: EngineOptions) {
    this.workbook = options.workbook;
    this.actor = options.actor;
    this.stopListening = options.workbook.listen((change, by) => this.report(change, by));
  }

  get maxCells(): number {
    return this.options.faults.maxCells;
  }

  close(): void {
    this.dead = true;
    this.stopListening();
  }

  resetCounters(): void {
    Object.assign(this.counters, {
      syncs: 0,
      cleanups: 0,
      maxRequestBytes: 0,
      maxResponseBytes: 0,
      bytes: 0,
      mergeReads: 0,
      suspensions: 0,
      undoClears: 0,
      busy: 0,
    });
    this.counters.log.length = 0;
  }

  listen(event: string, target: string): void {
    this.heard.add(`${event}|${target}`);
  }

  unlisten(event: string, target: string): void {
    this.heard.delete(`${event}|${target}`);
  }

  keep(object: ServerObject): string {
    for (const [id, other] of this.kept) if (other === object) return id;
    this.lastReference += 1;
    const id = `ref-${this.lastReference}`;
    this.kept.set(id, object);
    return id;
  }

  release(referenceId: string): void {
    this.kept.delete(referenceId);
  }

  get keptReferences(): number {
    return this.kept.size;
  }

  count(what: "mergeReads" | "suspensions" | "undoClears"): void {
    this.counters[what] += 1;
  }

  /** Answers one batch; null when the pane has been killed and nobody answers. */
  async execute(body: string, flags: number): Promise<string | null> {
    if (this.dead) return null;
    const request = JSON.parse(body) as WireRequest;
    const names = request.Actions.filter((action) => action.ActionType !== ACTION.trace).map((action) =>
      this.describe(action, request),
    );
    const internal = Object.values(request.ObjectPaths).some(
      (path) => path.ObjectPathType === PATH.newObject && path.Name.startsWith("Microsoft.InternalService"),
    );
    const cleanup =
      names.length > 0 &&
      request.Actions.every(
        (action) =>
          action.Name === "_RemoveReference" ||
          action.ActionType === ACTION.trace ||
          action.ActionType === ACTION.instantiate,
      );
    const isCleanup = cleanup && request.Actions.some((action) => action.Name === "_RemoveReference");
    const sync = !internal && !isCleanup;
    if (sync) this.counters.syncs += 1;
    if (isCleanup) this.counters.cleanups += 1;
    if (sync) this.options.faults.beforeSync?.(this.counters.syncs, names);
    while (this.options.faults.cellEdit && sync && (flags & DELAY_FOR_CELL_EDIT) !== 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (this.dead) return null;
    }
    const began = performance.now();
    const requestBytes = utf8Length(body);
    let answer = this.refuse(requestBytes, names, sync) ?? this.run(request, sync);
    if (sync) this.options.faults.afterSync?.(this.counters.syncs, names);
    if (sync && this.options.faults.lostAnswers > 0) {
      this.options.faults.lostAnswers -= 1;
      answer = failure("ConnectionFailure", "The connection was lost.", "", 0, []);
    }
    if (this.dead) return null;
    let text = JSON.stringify(answer);
    let responseBytes = utf8Length(text);
    const { maxBytes } = this.options.faults;
    if (maxBytes !== null && responseBytes > maxBytes) {
      answer = failure(
        "ResponsePayloadSizeLimitExceeded",
        "The response payload size has exceeded the limit.",
        "",
        0,
        [],
      );
      text = JSON.stringify(answer);
      responseBytes = utf8Length(text);
    }
    this.counters.busy += performance.now() - began;
    this.counters.bytes += requestBytes + responseBytes;
    this.counters.maxRequestBytes = Math.max(this.counters.maxRequestBytes, requestBytes);
    this.counters.maxResponseBytes = Math.max(this.counters.maxResponseBytes, responseBytes);
    if (!internal)
      this.counters.log.push({
        actions: names,
        requestBytes,
        responseBytes,
        cleanup: isCleanup,
        failed: answer.Error?.Code ?? null,
      });
    return text;
  }

  private describe(action: WireAction, request: WireRequest): string {
    const path = request.ObjectPaths[String(action.ObjectPathId)];
    const at = path ? path.Name || `#${path.ObjectPathType}` : "?";
    if (action.ActionType === ACTION.instantiate) return `new ${at}`;
    if (action.ActionType === ACTION.query) return `load ${at} ${(action.QueryInfo?.Select ?? []).join(",")}`;
    if (action.ActionType === ACTION.setProperty) return `set ${at}.${action.Name}`;
    return `call ${at}.${action.Name}`;
  }

  private refuse(requestBytes: number, names: readonly string[], sync: boolean): Answer | null {
    const { faults } = this.options;
    if (!sync) return null;
    if (faults.cellEdit) {
      return failure(
        "InvalidOperationInCellEditMode",
        "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
        "",
        0,
        [],
      );
    }
    if (faults.maxBytes !== null && requestBytes > faults.maxBytes) {
      return failure("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.", "", 0, []);
    }
    const failing = faults.failures.find((fault) => fault.times > 0 && (fault.when?.(names) ?? true));
    if (!failing) return null;
    failing.times -= 1;
    return failure(failing.code, `Injected fault ${failing.code}.`, "", 0, []);
  }

  private run(request: WireRequest, sync: boolean): Answer {
    const memo = new Map<number, ServerObject | null>();
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    const resolve = (id: number): ServerObject | null => {
      const known = memo.get(id);
      if (known !== undefined) return known;
      const path = request.ObjectPaths[String(id)];
      if (!path) throw new HostFault("InvalidObjectPath", `Object path ${id} is missing.`);
      const object = this.resolvePath(path, resolve);
      memo.set(id, object);
      return object;
    };
    for (const [index, action] of request.Actions.entries()) {
      try {
        if (action.ActionType === ACTION.trace) {
          // Both are looked at: the list by messages of errors, the result by callbacks such as event registration.
          traces.push(action.Id);
          results.push({ ActionId: action.Id, Value: null });
          continue;
        }
        if (sync) this.options.faults.beforeAction?.(this.describe(action, request));
        if (this.dead) return { Results: [] };
        results.push({ ActionId: action.Id, Value: this.act(action, resolve) });
        if (action.ActionType === ACTION.setProperty && this.options.faults.killAfterWrites !== null) {
          this.options.faults.killAfterWrites -= 1;
          if (this.options.faults.killAfterWrites <= 0) {
            this.close();
            return { Results: [] };
          }
        }
      } catch (error) {
        if (!(error instanceof HostFault)) throw error;
        return {
          ...failure(error.code, error.message, this.describe(action, request), index, results),
          TraceIds: traces,
        };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  private member(object: ServerObject, wireName: string): Member {
    const name = lowerFirst(wireName);
    const member = object.type.members.get(name);
    if (!member || !reaches(this.options.level, member.api)) {
      this.unknownMembers.push(`${object.type.name}.${name}${member ? ` (ExcelApi ${member.api})` : ""}`);
      throw new HostFault(
        "ApiNotFound",
        `The emulated Excel ${this.options.level} has no ${object.type.name}.${name}.`,
      );
    }
    return member;
  }

  private argumentsOf(info: WireArguments | undefined, resolve: (id: number) => ServerObject | null): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => {
      const reference = references[index];
      return typeof reference === "number" && reference > 0 ? resolve(reference) : value;
    });
  }

  private resolvePath(path: WirePath, resolve: (id: number) => ServerObject | null): ServerObject | null {
    if (path.ObjectPathType === PATH.global) return WORKBOOK.of(this.workbook);
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.reference) {
      const kept = this.kept.get(path.Name);
      if (!kept) throw new HostFault("InvalidReference", `This reference is not valid: ${path.Name}.`);
      return kept;
    }
    if (path.ObjectPathType === PATH.newObject) {
      if (path.Name === "Microsoft.InternalService.AddinInternalService") return INTERNAL_SERVICE;
      throw new HostFault("ApiNotFound", `The emulated Excel cannot create ${path.Name}.`);
    }
    const parent = resolve(path.ParentObjectPathId ?? -1);
    if (parent === null) return null;
    const args = this.argumentsOf(path.ArgumentInfo, resolve);
    if (path.ObjectPathType === PATH.indexer) {
      const found = parent.type.item?.(parent.self, args[0]) ?? null;
      if (!found) throw new HostFault("ItemNotFound", "The requested resource doesn't exist.");
      return found;
    }
    const member = this.member(parent, path.Name);
    if (path.ObjectPathType === PATH.property && member.kind === "navigation") return member.get(parent.self, this);
    if (path.ObjectPathType === PATH.method && member.kind === "method") {
      const result = member.call(parent.self, args, this);
      if (result === null || isServerObject(result)) return result;
    }
    throw new HostFault("InvalidOperation", `${parent.type.name}.${path.Name} is not an object.`);
  }

  private act(action: WireAction, resolve: (id: number) => ServerObject | null): unknown {
    const object = resolve(action.ObjectPathId);
    if (action.ActionType === ACTION.instantiate) {
      if (object === null) return null;
      const reference = [...this.kept].find(([, kept]) => kept === object)?.[0];
      return { ...object.type.identify(object.self), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
    }
    if (action.ActionType === ACTION.query) {
      return object === null ? null : this.query(object, selectionOf(action.QueryInfo), action.QueryInfo);
    }
    if (object === null && action.Name === "_KeepReference") return null;
    if (object === null) throw new HostFault("InvalidOperation", "This operation is not permitted on a null object.");
    const args = this.argumentsOf(action.ArgumentInfo, resolve);
    if (action.ActionType === ACTION.method) {
      if (action.Name === "_KeepReference") {
        this.keep(object);
        return null;
      }
      const member = this.member(object, action.Name);
      if (member.kind !== "method") throw new HostFault("InvalidOperation", `${action.Name} is not a method.`);
      return member.call(object.self, args, this) ?? null;
    }
    if (action.ActionType === ACTION.setProperty) {
      const member = this.member(object, action.Name);
      if (member.kind !== "property" || !member.set)
        throw new HostFault("InvalidOperation", `${object.type.name}.${action.Name} cannot be set.`);
      member.set(object.self, args[0], this);
      return null;
    }
    throw new HostFault("NotImplemented", `The emulated Excel doesn't know action type ${action.ActionType}.`);
  }

  private query(object: ServerObject, selection: Selection, page: WireAction["QueryInfo"]): unknown {
    const items = object.type.items;
    if (!items) return this.scalars(object, selection);
    const own = new Map([...selection.children].filter(([name]) => object.type.members.get(name)?.kind === "property"));
    const forItems: Selection = {
      all: selection.all,
      children: new Map([...selection.children].filter(([name]) => !own.has(name))),
    };
    const all = items(object.self);
    const from = page?.Skip ?? 0;
    const shown = all.slice(from, page?.Top === undefined ? undefined : from + page.Top);
    return {
      ...this.scalars(object, { all: false, children: own }),
      _Items: shown.map((item) => {
        const id = item.type.identify(item.self)["Id"];
        return { ...(id === undefined ? {} : { _Id: id }), ...this.scalars(item, forItems) };
      }),
    };
  }

  private scalars(object: ServerObject, selection: Selection): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    if (selection.all) {
      for (const [name, member] of object.type.members) {
        if (member.kind === "property" && reaches(this.options.level, member.api))
          result[upperFirst(name)] = member.get(object.self, this);
      }
    }
    for (const [name, below] of selection.children) {
      const member = this.member(object, name);
      if (member.kind === "property") result[upperFirst(name)] = member.get(object.self, this);
      else if (member.kind === "navigation") {
        const inner = member.get(object.self, this);
        const wanted = below.children.size === 0 ? { all: true, children: below.children } : below;
        result[upperFirst(name)] = inner === null ? null : this.query(inner, wanted, undefined);
      } else throw new HostFault("InvalidArgument", `${object.type.name}.${name} cannot be loaded.`);
    }
    return result;
  }

  private report(change: Change, by: Actor): void {
    if (this.dead || !this.enableEvents || this.options.faults.loseEvents) return;
    const sheetId = change.sheet.id;
    const base = {
      worksheetId: sheetId,
      source: by === "colleague" || (typeof by === "number" && by !== this.actor) ? "Remote" : "Local",
    };
    const args = { ...base, ...eventArguments(change, by === this.actor, reaches(this.options.level, "1.14")) };
    for (const target of ["Workbook", sheetId]) {
      if (this.heard.has(`${change.type}|${target}`))
        this.options.onEvent({ type: EVENT_TYPES[change.type], target, args: JSON.stringify(args) });
    }
  }
}

function eventArguments(change: Change, own: boolean, tellsTrigger: boolean): Record<string, unknown> {
  const trigger = tellsTrigger ? { triggerSource: own ? "ThisLocalAddin" : "Unknown" } : {};
  if (change.type === "changed") {
    const single = cellsIn(change.area) === 1 && change.changeType === "RangeEdited";
    return {
      address: areaAddress(change.area),
      changeType: change.changeType,
      shiftDirection: "None",
      ...trigger,
      ...(single
        ? {
            valueBefore: change.before ?? "",
            valueAfter: change.after ?? "",
            valueTypeBefore: typeName(change.before),
            valueTypeAfter: typeName(change.after),
          }
        : {}),
    };
  }
  if (change.type === "rowHiddenChanged")
    return { address: areaAddress(change.area), changeType: change.hidden ? "Hidden" : "Unhidden", ...trigger };
  if (change.type === "selectionChanged") return { address: change.areas.map(areaAddress).join(",") };
  if ("area" in change)
    return { address: areaAddress(change.area), ...(change.type === "formatChanged" ? trigger : {}) };
  if (change.type === "protectionChanged") return { isProtected: change.sheet.protected };
  return {};
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return "Empty";
  return typeof value === "number" ? "Double" : upperFirst(typeof value);
}

interface Answer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds?: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

function failure(code: string, message: string, location: string, index: number, results: Answer["Results"]): Answer {
  return {
    Results: results,
    Error: { Code: code, Message: message, Location: location, ActionIndex: index, HttpStatusCode: 400 },
  };
}

/** office.js greets the host once at start-up; unanswered, it rejects unhandled. */
const INTERNAL_SERVICE: ServerObject = (() => {
  const members = new Map<string, Member>([
    ["notifyActionHandlerReady", { kind: "method", api: "1.1", call: () => null }],
  ]);
  const type = {
    name: "AddinInternalService",
    members,
    identify: () => ({}),
    make: (self: unknown): ServerObject => ({ type, self }),
  };
  return { type, self: null };
})();

export function noFaults(flavour: "web" | "win32"): Faults {
  return {
    maxBytes: flavour === "web" ? 5 * 1024 * 1024 : null,
    maxCells: 5_000_000,
    cellEdit: false,
    failures: [],
    beforeSync: null,
    afterSync: null,
    lostAnswers: 0,
    loseEvents: false,
    beforeAction: null,
    killAfterWrites: null,
  };
}
