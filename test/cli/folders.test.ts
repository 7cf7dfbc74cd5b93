/** Folders, gone through to the end; and names and texts that a terminal must not obey. */
import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";
import { ledgerSheet, ROWS } from "../app/session/ledger-sheet";
import { buildXlsx } from "../hosts/file/build";
import { makePackage, MAIN, zipParts, packageParts } from "../hosts/file/xlsx/make-package";
import { expectOneSentence, makeFolder, put, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

describe("folders", () => {
  it.each(["clean", "annotate"])("%s goes on after a bad file, and names it", async (command) => {
    const at = folder.path(command);
    await putLedger(join(at, "a.xlsx"));
    await put(join(at, "b.xlsx"), (await buildXlsx([ledgerSheet()])).slice(0, 900));
    await putLedger(join(at, "c.xlsx"));
    const { status, err } = await runCli([command, at]);
    expect(status).toBe(2);
    expectOneSentence(err);
    expect(err).toContain("b.xlsx");
    expect((await readdir(at)).filter((name) => name.includes("-"))).toHaveLength(2);
  });

  it("passes over copies of its own whose originals stand beside them, and names them", async () => {
    const at = folder.path("副本");
    for (const name of ["台账", "台账-核验", "台账-核验-报送", "台账-修改", "台账-checked", "别处来的-核验"]) {
      await putLedger(join(at, `${name}.xlsx`));
    }
    const { out, err } = await runCli(["tally", "--format", "json", at]);
    const files = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).file.slice(at.length + 1));
    expect(files.sort()).toEqual(["别处来的-核验.xlsx", "台账.xlsx"].sort());
    expectOneSentence(err);
    for (const name of ["台账-核验.xlsx", "台账-核验-报送.xlsx", "台账-修改.xlsx", "台账-checked.xlsx"])
      expect(err).toContain(name);
    const named = await runCli(["tally", "--format", "json", join(at, "台账-核验.xlsx")]);
    expect(named.status).toBe(0);
  });

  it("annotate says why it cannot, and annotates what only its properties are damaged of", async () => {
    const parts = packageParts({ sheets: [{ name: "整改台账", inner: "" }], styles: '<dxfs count="9"/>' });
    const values = [
      ["某局巡察整改台账"],
      ["序号", "反馈问题", "责任单位", "整改时限", "整改状态"],
      [1, "某事", null, "2025年6月底前", "已完成"],
    ];
    const cell = (value: unknown, r: number, c: number): string => {
      const at = `${"ABCDE"[c]}${r + 1}`;
      if (value === null) return "";
      return typeof value === "number"
        ? `<c r="${at}"><v>${value}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t>${String(value)}</t></is></c>`;
    };
    const rows = values.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, r, c)).join("")}</row>`);
    const rule =
      '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="6000" priority="1"><formula>1</formula></cfRule></conditionalFormatting>';
    const inner = `<worksheet xmlns="${MAIN}"><sheetData>${rows.join("")}</sheetData>${rule}</worksheet>`;
    const file = await put(folder.path("规则.xlsx"), zipParts({ ...parts, "xl/worksheets/sheet1.xml": inner }));
    const { status, err } = await runCli(["annotate", file]);
    expect(status).toBe(2);
    expectOneSentence(err);
    expect(err).toContain("指向不存在内容");
    expect(err).not.toContain("另存为 .xlsx");
  });

  it("a folder inside that cannot be opened is named, the others are gone through", async () => {
    const at = folder.path("权限");
    await putLedger(join(at, "甲", "a.xlsx"));
    await putLedger(join(at, "乙", "b.xlsx"));
    await chmod(join(at, "乙"), 0);
    const { status, out, err } = await runCli(["tally", "--format", "json", at]);
    await chmod(join(at, "乙"), 0o755);
    // Whoever runs the tests as root may open everything.
    if (process.getuid?.() === 0) return expect(out.trim().split("\n")).toHaveLength(2);
    expect(status).toBe(2);
    expectOneSentence(err);
    expect(out.trim().split("\n")).toHaveLength(1);
  });
});

const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

describe("what a terminal must not obey", () => {
  const evil = "甲\u001b]0;题\u0007乙\u202e丙\u009b31m\u2028";
  const hostile = () =>
    ledgerSheet(
      [
        [1, evil, evil, `${evil}局`, evil, evil, evil, null, null],
        [2, "问题二", "甲", null, "2025年6月底前", "已完成", "已办", "2025-05-01", "甲"],
        ...ROWS,
      ],
      "表\u202e一",
    );

  it.each([
    "check",
    "check --group unit",
    "check --group rule",
    "tally",
    "summary",
    "check --lang en",
    "check --format json",
    "tally --format json",
    "summary --format json",
  ])("%s carries no control and no bidi character, of cells, sheets and files", async (line) => {
    const file = await put(
      folder.path("坏\u001b[2J\u202e名\n字.xlsx"),
      await buildXlsx([hostile(), { name: "别\u0085的", values: [["甲", evil]] }]),
    );
    for (const terminal of [false, true]) {
      const { out, err } = await runCli([...line.split(" "), file], {
        outIsTerminal: terminal,
        errIsTerminal: terminal,
        env: { NO_COLOR: "1" },
      });
      expect(out).not.toMatch(UNSAFE);
      expect(err.replaceAll("\r\u001b[K", "")).not.toMatch(UNSAFE);
      if (line.includes("json")) expect(JSON.parse(out).file).toBe(file);
    }
  });

  it("shows them, and line breaks in names; colours of its own stay", async () => {
    const file = await put(folder.path("断\n行.xlsx"), await buildXlsx([hostile()]));
    const { out } = await runCli(["check", file], { outIsTerminal: true });
    expect(out).toContain("乙\\u202e丙\\u009b31m");
    expect(out).toContain("表\\u202e一");
    expect(out).toContain("\u001b[31m");
    const missing = await runCli(["check", folder.path("没\n有\u202e.xlsx")]);
    expectOneSentence(missing.err);
    expect(missing.err).toContain("没\\n有\\u202e.xlsx");
    const wrong = await runCli(["check", "--sh\u001b[0m\neet", "x"]);
    expectOneSentence(wrong.err);
    expect(wrong.err).not.toMatch(UNSAFE);
  });

  it("colours that a cell writes are shown, not made", async () => {
    const file = await put(
      folder.path("色.xlsx"),
      makePackage({ sheets: [{ name: "\u007f表", inner: "<sheetData/>" }] }),
    );
    const { err } = await runCli(["check", file], { errIsTerminal: false });
    expect(err).toContain("\\u007f表");
  });
});
