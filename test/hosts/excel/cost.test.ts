/** What reading costs: syncs, bytes, and how long the page is kept busy at a stretch. */
import type { HostEvent } from "../../../src/hosts/port";
import { bigLedger } from "./big-ledger";
import { until } from "../../until";
import { openExcelHost, type OpenExcelHost } from "./open-excel-host";

const ROWS = 10_000;

describe("reading a ledger of 10,000 rows", () => {
  let opened: OpenExcelHost;
  const told: HostEvent[] = [];
  beforeAll(async () => {
    opened = await openExcelHost({
      workbook: { sheets: [bigLedger(ROWS), { name: "单位名录", values: [["单位名称"], ["某局办公室"]] }] },
    });
  });
  afterAll(() => opened.close());

  it("takes at most 3 + rows/10,000 syncs, merges apart, and no message over 4 MB", async () => {
    const { host, excel } = opened;
    await host.events!.listen((event) => told.push(event));
    excel.engine.resetCounters();
    await host.read.sheets();
    const [grid] = await host.read.grids();
    const { log, maxRequestBytes, maxResponseBytes, mergeReads } = excel.counters;
    const forMerges = log.filter((one) => one.actions.some((action) => action.includes("GetMergedAreas")));
    expect(log.length - forMerges.length).toBeLessThanOrEqual(3 + ROWS / 10_000);
    expect(forMerges).toHaveLength(1);
    expect(mergeReads).toBeGreaterThan(0);
    expect(Math.max(maxRequestBytes, maxResponseBytes)).toBeLessThanOrEqual(4_000_000);
    expect(grid!.values).toHaveLength(ROWS + 2);
    expect(grid!.merges).toHaveLength(opened.excel.workbook.sheet(grid!.sheet).merges.length);
    expect(grid!.formatAt?.(5, 7)).toBe("yyyy/m/d");
  });

  it("looks with values alone, in no more syncs than rows/10,000 and three, and finds one edit", async () => {
    const { host, excel } = opened;
    const grids = await host.read.grids();
    excel.engine.resetCounters();
    excel.workbook.undoSteps = 3;
    expect(await host.read.look(grids)).toEqual({ type: "same" });
    expect(excel.counters.syncs).toBeLessThanOrEqual(3 + ROWS / 10_000);
    expect(excel.counters.maxResponseBytes).toBeLessThanOrEqual(4_000_000);
    expect(excel.counters.mergeReads).toBe(0);
    excel.workbook.type("问题整改台账", 5, 8, [["已完成了"]], "colleague");
    const look = await host.read.look(grids);
    expect(look.type === "rows" && [...look.rows.get("问题整改台账")!.keys()]).toEqual([5]);
    expect(excel.workbook.undoSteps).toBe(3);
    await until(() => told.some(({ type }) => type === "rows"));
  });

  it("reads merges again after rows moved", async () => {
    const { host, excel } = opened;
    excel.workbook.insertRows("问题整改台账", 100, 1);
    await until(() => told.some(({ type }) => type === "structure"));
    excel.engine.resetCounters();
    const [grid] = await host.read.grids();
    expect(excel.counters.mergeReads).toBeGreaterThan(0);
    expect(grid!.merges).toHaveLength(excel.workbook.sheet("问题整改台账").merges.length);
  });

  it("reads one row after one edit", async () => {
    const { host, excel } = opened;
    excel.engine.resetCounters();
    const rows = await host.read.rows("问题整改台账", [42]);
    expect([...rows.keys()]).toEqual([42]);
    expect(excel.counters.syncs).toBe(1);
    expect(excel.counters.maxResponseBytes).toBeLessThan(2_000);
  });

  it("reports progress and stops when asked to", async () => {
    const { host } = opened;
    const progress: number[] = [];
    const controller = new AbortController();
    await host.read.grids(undefined, { onProgress: ({ done, total }) => progress.push(done / total) });
    expect(progress[0]).toBeLessThan(0.1);
    expect(progress.at(-1)).toBe(1);
    const stopped = host.read.grids(undefined, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
  });
});
