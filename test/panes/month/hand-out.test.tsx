/** 月度: what goes out, each by one press as one file: letters, returns, units' ledgers, closing forms, facts. */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { unzipSync } from "fflate";
import MonthPane from "../../../src/panes/month/month-pane";
import { ledgerSheet, ROWS } from "../../app/session/ledger-sheet";
import { createMemoryHost } from "../../hosts/memory-host";
import { nodeDraftTools, openPane } from "../open-pane";

jest.setTimeout(60_000);

const saved: { name: string; bytes: () => Promise<Uint8Array> }[] = [];

/** jsdom's blobs are read by its own reader only, and its windows draw no numbers. */
beforeAll(async () => {
  await nodeDraftTools();
  Object.defineProperty(window, "crypto", { value: { getRandomValues: (of: Uint32Array) => of.fill(7) } });
  URL.createObjectURL = (blob: Blob) => {
    saved.push({
      name: "",
      bytes: () =>
        new Promise((resolve) => {
          const reader = new FileReader();
          reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
          reader.readAsArrayBuffer(blob);
        }),
    });
    return "blob:made";
  };
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = function click() {
    saved[saved.length - 1]!.name = this.download;
  };
});
beforeEach(() => void saved.splice(0));

const registerGrids = () =>
  createMemoryHost([
    {
      name: "督办登记表",
      values: [
        [
          "序号",
          "文号",
          "责任单位",
          "事项数",
          "最长超期天数",
          "发函日期",
          "反馈期限",
          "签收人",
          "签收日期",
          "反馈情况",
        ],
        [1, "×整改办督〔2025〕7号", "财务股", 1, 3, "2025-09-03", null, null, null, null],
      ],
    },
  ]).read.grids();

async function press(testid: string, rows: typeof ROWS = ROWS) {
  const { user, session } = await openPane(MonthPane, [ledgerSheet(rows)], { checked: true });
  await user.click(screen.getByTestId(testid));
  await waitFor(() => expect(["done", "failed", "partial"]).toContain(session.getSnapshot().activity?.state));
  const [file] = saved;
  const parts = file === undefined ? {} : unzipSync(new Uint8Array(await file.bytes()));
  return { session, name: file?.name ?? null, names: Object.keys(parts).sort(), parts };
}

test.each([
  ["save-letters", "督办函.zip", ["督办登记表.xlsx", "财务股-督办函.docx"]],
  ["save-parts", "各单位台账.zip", ["办公室.xlsx", "基建股.xlsx", "财务股.xlsx"]],
  ["save-returns", "退回修改意见.zip", ["财务股-修改意见.docx", "财务股-待修改.xlsx"]],
  [
    "save-forms",
    "销号材料.zip",
    ["1-办公室-销号审批表.docx", "4-基建股-销号审批表.docx", "佐证材料目录.xlsx", "销号公示清单.docx"],
  ],
  [
    "save-facts",
    "要素数据.zip",
    ["facts.ndjson", "facts.parquet", "rates.sql", "schema.json", "units.ndjson", "units.parquet"],
  ],
])("%s gives one file with what it says", async (testid, ending, wanted) => {
  const { name, names } = await press(testid);
  expect(name?.endsWith(ending)).toBe(true);
  expect(names).toEqual([...wanted].sort());
});

test("letters go on from the register of those before", async () => {
  const { user, session } = await openPane(MonthPane, [ledgerSheet()], { checked: true, ledgerFile: registerGrids });
  const file = new File(["x"], "督办登记表.xlsx");
  fireEvent.change(screen.getByTestId("register-file"), { target: { files: [file] } });
  await waitFor(() => expect(screen.getByTestId("register-name").textContent).toContain("督办登记表.xlsx"));
  await user.click(screen.getByTestId("save-letters"));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(session.getSnapshot().activity?.state).toBe("done");
  const parts = unzipSync(new Uint8Array(await saved[0]!.bytes()));
  const said = new TextDecoder().decode(unzipSync(parts["财务股-督办函.docx"]!)["word/document.xml"]);
  expect(said.replace(/<[^>]+>/gu, "")).toContain("×整改办督〔2025〕8号");
});

test("what there is nothing of is said, and no file made", async () => {
  const { session, name } = await press("save-reminders");
  expect(name).toBeNull();
  expect(session.getSnapshot().activity?.state).toBe("partial");
});

test("a letter takes from the form of the notice what it says, and leaves the rest open", async () => {
  const { user, session } = await openPane(MonthPane, [ledgerSheet()], { checked: true });
  await act(async () => void (await session.changeFacts({ signature: "××县某办", phone: "0000-2345678" })));
  await user.click(screen.getByTestId("save-letters"));
  await waitFor(() => expect(saved).toHaveLength(1));
  const parts = unzipSync(new Uint8Array(await saved[0]!.bytes()));
  const said = new TextDecoder().decode(unzipSync(parts["财务股-督办函.docx"]!)["word/document.xml"]);
  expect(said).toContain("0000-2345678");
  expect(said).toContain("××县某办");
  expect(said).toContain("【待补充：反馈期限】");
});

test("what is in doubt holds figures back, not what is returned for it", async () => {
  const rows = ROWS.map((row, at) => (at === 1 ? row.map((cell, col) => (col === 5 ? "什么" : cell)) : row));
  await openPane(MonthPane, [ledgerSheet(rows)], { checked: true });
  const isOpen = (id: string) => !(screen.getByTestId(id) as HTMLButtonElement).disabled;
  expect(["save-parts", "save-returns", "save-forms"].map(isOpen)).toEqual([true, true, true]);
  expect(["save-letters", "save-facts", "save-stats"].map(isOpen)).toEqual([false, false, false]);
});

test("facts hold no text of a problem and no person", async () => {
  const { parts } = await press("save-facts");
  const said = new TextDecoder().decode(parts["facts.ndjson"]);
  expect(said.trim().split("\n")).toHaveLength(ROWS.length);
  expect(said).not.toContain("某制度未落实");
});

test("what cannot be signed off stands there with its reason and its cell", async () => {
  const rows = ROWS.map((row, at) => (at === 3 ? row.map((cell, col) => (col === 7 ? null : cell)) : row));
  const { user, host } = await openPane(MonthPane, [ledgerSheet(rows)], { checked: true });
  expect(screen.getByTestId("can-close").textContent).toBe("可以销号 1 项");
  await user.click(screen.getByTestId("held-back"));
  const held = screen.getByTestId("held-item");
  expect(held.textContent).toContain("完成时间");
  await user.click(within(held).getByRole("button"));
  await waitFor(() => expect(host.controls.selection()).toMatchObject({ sheet: "整改台账" }));
});
