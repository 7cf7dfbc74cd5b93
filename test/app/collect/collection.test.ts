/** Files as they come in: one by one, each answered for; what is stopped leaves what is there. */
import { createCollection, type PickedFile } from "../../../src/app/collect";
import { HostError } from "../../../src/hosts/port";
import { createMemoryHost } from "../../hosts/memory-host";
import { ledgerSheet } from "../session/ledger-sheet";

const open = () => createMemoryHost([ledgerSheet()]).read.grids();
const file = (name: string, how: PickedFile["open"] = open): PickedFile => ({ file: name, open: how });
const collection = () => createCollection(() => Promise.resolve());

test("in natural order, what is no ledger by its name is never opened, what fails is told", async () => {
  const one = collection();
  const opened = await one.add([
    file("报送/10.xlsx"),
    file("报送/2.xlsx"),
    file("~$2.xlsx", () => Promise.reject(new Error("opened"))),
    file("说明.txt", () => Promise.reject(new Error("opened"))),
    file("坏.xlsx", () => Promise.reject(new HostError("damaged"))),
  ]);
  expect(opened).toBe(2);
  const { files } = one.getSnapshot();
  expect(files.filter(({ grids }) => grids !== null).map(({ file: name }) => name)).toEqual([
    "报送/2.xlsx",
    "报送/10.xlsx",
  ]);
  expect(new Map(files.flatMap(({ file: name, refused }) => (refused === null ? [] : [[name, refused.why]])))).toEqual(
    new Map([
      ["~$2.xlsx", "otherType"],
      ["坏.xlsx", "unreadable"],
      ["说明.txt", "otherType"],
    ]),
  );
  expect(one.getSnapshot().progress).toBeNull();
});

test("stopped, what is open stays, and what was being opened is let go", async () => {
  const one = collection();
  const added = one.add([
    file("1.xlsx"),
    file("2.xlsx", () => {
      one.cancel();
      return open();
    }),
    file("3.xlsx"),
  ]);
  expect(await added).toBe(1);
  expect(one.getSnapshot().files.map(({ file: name }) => name)).toEqual(["1.xlsx"]);
  expect(one.getSnapshot().progress).toBeNull();
});

test("a file of the same name takes the place of the one before; a mistake of ours is thrown", async () => {
  const one = collection();
  await one.add([file("1.xlsx", () => Promise.reject(new HostError("damaged")))]);
  await one.add([file("1.xlsx")]);
  expect(one.getSnapshot().files.map(({ refused }) => refused)).toEqual([null]);
  await expect(one.add([file("2.xlsx", () => Promise.reject(new TypeError("ours")))])).rejects.toThrow("ours");
  expect(one.getSnapshot().progress).toBeNull();
});
