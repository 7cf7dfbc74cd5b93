/** The page's side: a `Host` whose file lives in a worker. Parsing, patching and packing never touch the main thread. */
import type { Grid } from "../grid";
import {
  HostError,
  type CopiesFacet,
  type EditOutcome,
  type Host,
  type MarksFacet,
  type ReadFacet,
  type ReadOptionsForHost,
  type SelectFacet,
  type SheetsFacet,
  type StateFacet,
  type WriteFacet,
} from "../hosts/port";
import { lookAt } from "../hosts/look";
import { gridFrom, type RowBlock } from "./grid-wire";
import type { FromWorker, OpenedFile, RemoteFacet, ToWorker } from "./host-wire";

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress?: ReadOptionsForHost["onProgress"];
  blocks: RowBlock[];
  readonly grids: Grid[];
}

type Outgoing = ToWorker extends infer M ? (M extends { id: number } ? Omit<M, "id"> : never) : never;

/**
 * Opens bytes in the worker. `bytes` is handed over and must not be used afterwards.
 * @throws HostError as the file host does
 */
export async function openRemoteHost(
  worker: Worker,
  name: string,
  bytes: ArrayBuffer,
  select: SelectFacet,
): Promise<Host & { readonly dispose: () => void }> {
  const pending = new Map<number, Pending>();
  let serial = 0;
  /** The worker is gone with its file: nothing would answer any more. */
  let gone = false;

  const onMessage = (event: MessageEvent<FromWorker>) => {
    const message = event.data;
    const waiting = pending.get(message.id);
    if (!waiting) return;
    if (message.type === "progress") waiting.onProgress?.({ done: message.done, total: message.total });
    else if (message.type === "block") waiting.blocks.push(message.rows);
    else if (message.type === "grid") {
      waiting.grids.push(gridFrom(message.head, waiting.blocks));
      waiting.blocks = [];
    } else {
      pending.delete(message.id);
      if (message.type === "result") waiting.resolve(message.value);
      else waiting.reject(new HostError(message.code, message.detail));
    }
  };
  const onError = () => {
    for (const waiting of pending.values()) waiting.reject(new HostError("hostFailed", "worker"));
    pending.clear();
  };
  worker.addEventListener("message", onMessage);
  worker.addEventListener("error", onError);

  async function request(message: Outgoing, options: ReadOptionsForHost = {}, transfer: Transferable[] = []) {
    if (options.signal?.aborted || gone) throw new HostError("cancelled");
    const id = ++serial;
    return new Promise<{ value: unknown; grids: Grid[] }>((resolve, reject) => {
      const entry: Pending = {
        resolve: (value) => resolve({ value, grids: entry.grids }),
        reject,
        onProgress: options.onProgress,
        blocks: [],
        grids: [],
      };
      pending.set(id, entry);
      options.signal?.addEventListener("abort", () => {
        worker.postMessage({ type: "cancel", id } satisfies ToWorker);
        if (pending.delete(id)) reject(new HostError("cancelled"));
      });
      worker.postMessage({ ...message, id }, transfer);
    });
  }
  const call =
    (facet: RemoteFacet, method: string) =>
    async (...args: unknown[]): Promise<unknown> =>
      (await request({ type: "call", facet, method, args })).value;

  /** A facet whose methods are all forwarded; the types are the port's own. */
  function forward<T>(facet: RemoteFacet, methods: readonly (keyof T & string)[]): T {
    return Object.fromEntries(methods.map((method) => [method, call(facet, method)])) as unknown as T;
  }

  const opened = (await request({ type: "open", name, bytes }, {}, [bytes])).value as OpenedFile;
  const has = new Set(opened.facets);
  const { sheets, rows } = forward<Pick<ReadFacet, "sheets" | "rows">>("read", ["sheets", "rows"]);
  // The file is only here: what this page wrote is all that can differ from what it read.
  const touched = new Map<string, Set<number>>();
  const read: ReadFacet = {
    sheets,
    rows,
    grids: async (names, options) => (await request({ type: "grids", names: names ?? null }, options)).grids,
    async look(since) {
      const infos = await sheets();
      const now = await Promise.all(
        infos.map(async ({ name, visibility }) => {
          const values = [...(since.find((grid) => grid.sheet === name)?.values ?? [])];
          const written = touched.get(name);
          if (written) for (const [row, cells] of await rows(name, [...written])) values[row] = cells;
          return { sheet: name, visibility, values };
        }),
      );
      return lookAt(since, now);
    },
  };
  const apply: WriteFacet["apply"] = async (edits) => {
    for (const { sheet, row } of edits) touched.set(sheet, (touched.get(sheet) ?? new Set()).add(row));
    return (await call("write", "apply")(edits)) as readonly EditOutcome[];
  };
  return {
    name: "file",
    workbookName: opened.workbookName,
    workbookKey: opened.workbookKey,
    ...(opened.sketch ? { sketch: opened.sketch } : {}),
    read,
    select,
    ...(has.has("marks") ? { marks: forward<MarksFacet>("marks", ["find", "set", "clear"]) } : {}),
    ...(has.has("write") ? { write: { apply } } : {}),
    ...(has.has("sheets") ? { sheets: forward<SheetsFacet>("sheets", ["findOurs", "add", "removeOurs"]) } : {}),
    ...(has.has("state") ? { state: forward<StateFacet>("state", ["load", "save", "remove"]) } : {}),
    ...(has.has("copies") ? { copies: forward<CopiesFacet>("copies", ["current", "clean"]) } : {}),
    lacks: Object.fromEntries(Object.entries(opened.lacks).filter(([facet]) => facet !== "select")),
    dispose: () => {
      gone = true;
      worker.removeEventListener("message", onMessage);
      worker.removeEventListener("error", onError);
      onError();
    },
  };
}
