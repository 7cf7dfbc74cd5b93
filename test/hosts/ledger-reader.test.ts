/** Files beside the open one: one worker reads them, whatever one of them holds. */
import { openFileInBrowser } from "../../src/hosts/file/browser";
import { HostError } from "../../src/hosts/port";
import { createLedgerReader } from "../../src/standalone/ledger-reader";
import { fakeWorker } from "./fake-worker";
import { buildXlsx } from "./file/build";

const fileOf = async (name: string, text: string): Promise<File> =>
  new File([new Uint8Array(await buildXlsx([{ name: "台账", values: [["序号"], [text]] }]))], name);

test("files asked for at once are read one after another by one worker", async () => {
  const made: Worker[] = [];
  const read = createLedgerReader(() => (made.push(fakeWorker()), made.at(-1)!));
  const files = await Promise.all([fileOf("甲.xlsx", "甲"), fileOf("乙.xlsx", "乙")]);
  const grids = await Promise.all(files.map(read));
  expect(grids.map(([grid]) => grid?.values[1]?.[0])).toEqual(["甲", "乙"]);
  expect(made).toHaveLength(1);
});

test("a file that is no workbook fails as such, and the next one is read", async () => {
  const read = createLedgerReader(() => fakeWorker());
  await expect(read(new File(["不是表"], "坏.xlsx"))).rejects.toMatchObject({ code: "notAWorkbook" });
  const [grid] = await read(await fileOf("丙.xlsx", "丙"));
  expect(grid?.values[1]?.[0]).toBe("丙");
});

test("a worker that failed is ended, and the next file gets a new one", async () => {
  const made: (Worker & { readonly ended: () => boolean })[] = [];
  const read = createLedgerReader(() => {
    const isFirst = made.length === 0;
    made.push(fakeWorker(isFirst ? () => Promise.reject(new Error("down")) : openFileInBrowser));
    return made.at(-1)!;
  });
  await expect(read(await fileOf("丁.xlsx", "丁"))).rejects.toBeInstanceOf(HostError);
  expect(made[0]!.ended()).toBe(true);
  const [grid] = await read(await fileOf("丁.xlsx", "丁"));
  expect(grid?.values[1]?.[0]).toBe("丁");
  expect(made).toHaveLength(2);
});
