/** Periods are found again in the next month's file, which is another workbook; those of other ledgers are not. */
import { keptPeriods, latestBefore, settledPairs, pairEntry } from "../../../src/app/kept-periods";
import { periodNow, periodText } from "../../../src/app/month";
import { createMemoryStore } from "../../../src/app/session/entries";
import { createSession } from "../../../src/app/session/session";
import { createMemoryHost } from "../../hosts/memory-host";
import { environment } from "../session/environment";
import { ledgerSheet, ROWS } from "../session/ledger-sheet";

type Rows = typeof ROWS;

async function opened(name: string, rows: Rows, asOf: string, store = createMemoryStore(), shared = false) {
  const shown = { on: () => shared, set: () => undefined };
  const session = createSession(environment({ store, shared: shown }));
  await session.open({ ...createMemoryHost([ledgerSheet(rows)]), workbookKey: name, workbookName: name });
  const day = (["year", "month", "day"] as const).map((_, index) => Number(asOf.split("-")[index]));
  await session.changeSettings({ asOf: { year: day[0]!, month: day[1]!, day: day[2]! } });
  return { session, store };
}

const OTHER = ROWS.map((row, index) => [row[0], `另一份台账的第${index}条`, ...row.slice(2)]) as Rows;

test("a period kept for last month's file is the last one of this month's", async () => {
  const { session: last, store } = await opened("9月.xlsx", ROWS, "2025-09-30");
  await last.keepPeriod("2025-09-30", periodText(periodNow(last, true)!));
  const { session: other } = await opened("别的.xlsx", OTHER, "2025-09-29", store);
  await other.keepPeriod("2025-09-29", periodText(periodNow(other, true)!));
  const { session } = await opened("10月.xlsx", ROWS, "2025-10-31", store);
  const now = periodNow(session, false)!;
  const elsewhere = await session.periodsElsewhere();
  expect(elsewhere.map(({ workbook }) => workbook).sort()).toEqual(["9月.xlsx", "别的.xlsx"].sort());
  const kept = keptPeriods(session.periods(), elsewhere, now);
  expect(kept.map(({ day, workbook }) => [day, workbook])).toEqual([["2025-09-30", "9月.xlsx"]]);
  expect(latestBefore(kept, now)?.day).toBe("2025-09-30");
});

test("of two periods of one day that of the open workbook counts", async () => {
  const { session: last, store } = await opened("9月.xlsx", ROWS, "2025-09-30");
  const text = periodText(periodNow(last, true)!);
  await last.keepPeriod("2025-09-30", text);
  const { session } = await opened("10月.xlsx", ROWS, "2025-10-31", store);
  await session.keepPeriod("2025-09-30", text);
  const kept = keptPeriods(session.periods(), await session.periodsElsewhere(), periodNow(session, false)!);
  expect(kept.map(({ workbook }) => workbook)).toEqual([null]);
});

test("a shared computer keeps a period for the visit only", async () => {
  const { session, store } = await opened("公用.xlsx", ROWS, "2025-10-31", createMemoryStore(), true);
  await session.keepPeriod("2025-10-31", periodText(periodNow(session, true)!));
  expect([...session.periods().keys()]).toEqual(["2025-10-31"]);
  expect(session.getSnapshot().activity?.data["kept"]).toBe(false);
  expect((await store.all()).size).toBe(0);
});

test("telephones are not kept", async () => {
  const rows = ROWS.map((row, index) =>
    index === 0 ? [...row.slice(0, 6), "联系13900000000。", ...row.slice(7)] : row,
  );
  const { session } = await opened("电话.xlsx", rows, "2025-10-31");
  expect(periodText(periodNow(session, true)!)).not.toContain("13900000000");
});

test("an answer is read back as it was given, and what is none is left out", () => {
  const side = { problem: "某事项", number: "3", unit: null, place: "台账!A5" };
  const pair = { kind: "problem", asOf: { year: 2025, month: 10, day: 31 }, old: side, new: null } as const;
  const [key, text] = pairEntry(pair);
  expect(
    settledPairs(
      new Map([
        [key, text],
        ["坏", "{"],
        ["空", "{}"],
      ]),
      [],
    ),
  ).toEqual([pair]);
});
