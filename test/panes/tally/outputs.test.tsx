/** 打印和上报: rates are printed with the tally's figures, a form is filled as a download, and a refusal is one sentence. */
import { act, screen, waitFor } from "@testing-library/react";
import { strFromU8, unzipSync } from "fflate";
import TallyPane from "../../../src/panes/tally/tally-pane";
import { fillFile, printRates } from "../../../src/panes/tally/outputs";
import { ROWS, ledgerSheet } from "../../app/session/ledger-sheet";
import { makeDocx, paragraph } from "../../hosts/file/docx/make-docx";
import { nodeDraftTools, openPane } from "../open-pane";

jest.setTimeout(30_000);
// Printing is blocked, as in panes within Excel on a Mac.
jest.mock("../../../src/panes/shell/print-html", () => ({ printHtml: () => false }));

const NAMES = { rates: "完成率统计", filled: "-已填" };

let saved: { readonly name: string; readonly blob: Blob }[] = [];
beforeEach(() => {
  saved = [];
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = (blob: Blob) => {
    blobs.set("blob:1", blob);
    return "blob:1";
  };
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: blobs.get(this.href)! });
  });
});
afterEach(() => jest.restoreAllMocks());

/** jsdom's blobs and files are read by its own reader only. */
const bytesOf = (blob: Blob): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(blob);
  });

function fileOf(bytes: Uint8Array, name: string): File {
  const file = new File([bytes as Uint8Array<ArrayBuffer>], name);
  file.arrayBuffer = async () => (await bytesOf(file)).buffer as ArrayBuffer;
  return file;
}

test("a form picked in the pane comes back filled", async () => {
  const { user } = await openPane(TallyPane, [ledgerSheet()], { checked: true });
  const form = fileOf(makeDocx(paragraph("共{反馈问题.总数}个，联系人{联系人}")), "情况报告.docx");
  const anyway = screen.queryByTestId("tally-anyway");
  if (anyway) await user.click(anyway);
  await user.upload(screen.getByTestId("form-file"), form);
  await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(["情况报告-已填.docx"]));
  const parts = unzipSync(await bytesOf(saved[0]!.blob));
  expect(strFromU8(parts["word/document.xml"]!)).toContain("共4个，联系人{联系人}");
});

test("a wrong form is told in one sentence, in both languages", async () => {
  const { session } = await openPane(TallyPane, [ledgerSheet()], { checked: true });
  const wrong = fileOf(makeDocx(paragraph("{反馈问题.错}")), "表.docx");
  const other = fileOf(new Uint8Array([1, 2, 3]), "图.png");
  for (const lang of ["zh", "en"] as const) {
    await act(() => session.changeSettings({ lang }));
    for (const file of [wrong, other]) {
      const told = await fillFile(session, file, nodeDraftTools, NAMES);
      expect(told).toMatchObject({ partial: true, why: expect.stringMatching(/^[^\n]{8,400}[。.]$/u) });
      expect(String(told?.["why"])).toContain(file.name);
    }
  }
  expect(saved).toEqual([]);
});

test("rates are printed as they stand in the pane, or saved where printing is blocked", async () => {
  const { session } = await openPane(TallyPane, [ledgerSheet()], { checked: true });
  const told = await printRates(session, NAMES);
  expect(told).toMatchObject({ partial: true });
  expect(saved[0]!.name).toBe("2025年10月完成率统计.html");
  const html = strFromU8(await bytesOf(saved[0]!.blob));
  const { numerator, denominator } = session.tally()!.kinds[0]!.rate!;
  expect(html).toContain(`（${numerator}/${denominator}）`);
  expect(html).toContain("统计截止：2025年10月10日");
});

test("figures in doubt are held back until somebody says otherwise", async () => {
  const rows = ROWS.map((row, index) => (index === 1 ? [...row.slice(0, 5), "不知道", ...row.slice(6)] : row));
  const { user } = await openPane(TallyPane, [ledgerSheet(rows)], { checked: true });
  expect(screen.getByTestId("tally-held")).toBeTruthy();
  for (const name of ["print-rates", "save-rates", "fill-form"])
    expect((screen.getByTestId(name) as HTMLButtonElement).disabled).toBe(true);
  await user.click(screen.getByTestId("tally-anyway"));
  await waitFor(() => expect((screen.getByTestId("fill-form") as HTMLButtonElement).disabled).toBe(false));
});
