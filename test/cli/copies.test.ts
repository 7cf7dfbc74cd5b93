/** taizhang annotate and clean: copies beside the original, which stays as it is, byte for byte. */
import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import { expectOneSentence, makeFolder, put, putLedger, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

describe("annotate, then clean", () => {
  it("gives back every part of the original", async () => {
    const file = await putLedger(folder.path("甲/台账.xlsx"));
    const before = await readFile(file);
    const annotated = await runCli(["annotate", file]);
    expect(annotated.err).toBe("");
    expect(annotated.status).toBe(0);
    expect(annotated.out).toContain("台账-核验.xlsx");
    expect(await readFile(file)).toEqual(before);

    const copy = unzipSync(await readFile(folder.path("甲/台账-核验.xlsx")));
    const original = unzipSync(before);
    expect(Object.keys(copy).length).toBeGreaterThan(Object.keys(original).length);
    expect(Buffer.from(copy["xl/workbook.xml"]!).toString()).toContain("核验报告");

    const cleaned = await runCli(["clean", folder.path("甲/台账-核验.xlsx"), "-o", folder.path("甲/报送.xlsx")]);
    expect(cleaned.status).toBe(0);
    expect(unzipSync(await readFile(folder.path("甲/报送.xlsx")))).toEqual(original);
  });

  it("never overwrites", async () => {
    const file = await putLedger(folder.path("乙/台账.xlsx"));
    await put(folder.path("乙/台账-核验.xlsx"), "别人的文件");
    const { status, err } = await runCli(["annotate", file]);
    expect(status).toBe(2);
    expectOneSentence(err);
    expect((await readFile(folder.path("乙/台账-核验.xlsx"))).toString()).toBe("别人的文件");
  });

  it("refuses formats it can only read, in one sentence", async () => {
    const file = await put(
      folder.path("丙/台账.csv"),
      "序号,反馈问题,责任单位,整改时限,整改状态\n1,某事,办公室,2025年6月底前,已完成\n",
    );
    for (const command of ["annotate", "clean"]) {
      const { status, err } = await runCli([command, file]);
      expect(status).toBe(2);
      expectOneSentence(err);
      expect(err).toContain(".xlsx");
    }
  });

  it("names the cells whose own note stays in place of ours", async () => {
    const file = await putLedger(folder.path("戊/台账.xlsx"));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    const found = JSON.parse((await runCli(["check", "--format", "json", file])).out).findings[0];
    workbook.getWorksheet(found.sheet)!.getCell(found.cell).note = "等分管领导确定";
    await workbook.xlsx.writeFile(file);
    const { status, err } = await runCli(["annotate", file]);
    expect(status).toBe(0);
    expectOneSentence(err);
    expect(err).toContain(`${found.sheet}!${found.cell}`);
  });

  it("tells as JSON what was written and removed", async () => {
    const file = await putLedger(folder.path("丁/台账.xlsx"));
    const made = JSON.parse((await runCli(["annotate", "--format", "json", file])).out);
    expect(made).toMatchObject({ schema: 1, file, output: folder.path("丁/台账-核验.xlsx") });
    const cleaned = JSON.parse((await runCli(["clean", "--format", "json", made.output])).out);
    expect(cleaned.removed.length).toBeGreaterThan(0);
  });
});
