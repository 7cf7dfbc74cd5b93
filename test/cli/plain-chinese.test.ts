/** What an office reads in Chinese holds no codes of rules and none of the words that nobody in an office says. */
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { makeFolder, runCli } from "./run-cli";

const ROOT = path.join(__dirname, "../..");
const FAULTY = path.join(ROOT, "samples/整改台账-有问题的示例.xlsx");

const TIDY = path.join(ROOT, "samples/整改台账-示例.xlsx");

/** A letter and three digits that are no part of a longer number, and phrases. */
const UNPLAIN = /(?<![A-Za-z\d#])[A-Z]\d{3}(?!\d)|手工指定|由您指定|遮盖为/u;

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

/** Texts of the parts that people see of a workbook or a document. */
function textsOf(bytes: Uint8Array): string {
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /(?:sharedStrings|sheet\d+|comments\d*|document|header\d*|footer\d*)\.xml$/.test(name),
  });
  return Object.values(parts)
    .flatMap((part) => [...strFromU8(part).matchAll(/<(?:w:)?t\b[^>]*>([^<]*)</g)].map(([, text]) => text))
    .join("\n");
}

describe("plain Chinese", () => {
  it.each([["check"], ["tally"], ["summary"]])("%s prints it", async (command) => {
    const { out, err } = await runCli([command, FAULTY]);
    expect(out + err).not.toBe("");
    expect(out + err).not.toMatch(UNPLAIN);
  });

  it("a proofread notice's findings are told in it", async () => {
    const draft = folder.path("通报.txt");
    await writeFile(
      draft,
      "关于整改情况的通报\n反馈的12个问题，已完成8个，正在整改3个。\n截至2025年13月1日，完成率80%。\n",
    );
    const { out } = await runCli(["proofread", draft]);
    expect(out).toContain("第2行");
    expect(out).not.toMatch(UNPLAIN);
  });

  it.each([
    ["annotate", "标记.xlsx"],
    ["notice", "通报.docx"],
    ["signoff", "签批.docx"],
  ])("%s writes it", async (command, name) => {
    const file = folder.path(name);
    await runCli([command, command === "annotate" ? FAULTY : TIDY, "-o", file]);
    const texts = textsOf(readFileSync(file));
    expect(texts).not.toBe("");
    expect(texts).not.toMatch(UNPLAIN);
  });

  /** What an office reads of the files below a folder: texts of workbooks and documents, pages without their styles. */
  function readBelow(below: string): string {
    return readdirSync(below, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:xlsx|docx|html|svg|txt|csv|md)$/.test(name))
      .map((name) => {
        const bytes = readFileSync(path.join(below, name));
        if (/\.(?:xlsx|docx)$/.test(name)) return textsOf(bytes);
        return bytes.toString("utf8").replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, "\n");
      })
      .join("\n");
  }
  it.each([
    ["stats", FAULTY, "统计表.xlsx"],
    ["wall", FAULTY, "挂图.html"],
    ["sample", FAULTY, "--count", "2", "--seed", "1", "抽查表.xlsx"],
    ["print", FAULTY, "打印.html"],
    ["print", FAULTY, "--rates", "完成率.html"],
    ["compare", TIDY, FAULTY, "对比.xlsx"],
    ["notice", TIDY, "通报.html"],
    ["notice", TIDY, "通报.txt"],
    ["return", FAULTY, "退回"],
    ["remind", FAULTY, "督办函"],
    ["close", FAULTY, "销号"],
    ["split", FAULTY, "分发"],
    ["merge", FAULTY, TIDY, "汇总.xlsx"],
  ])("%s of %s writes it (%s)", async (command, ...rest) => {
    const into = await makeFolder();
    try {
      const { out, err } = await runCli([command, ...rest.slice(0, -1), "-o", into.path(rest.at(-1) ?? "")]);
      const texts = readBelow(into.path("."));
      expect(texts).toMatch(/[\u4e00-\u9fff]/u);
      // The folder's name is drawn by lot.
      expect(`${out}\n${err}\n${texts}`.replaceAll(into.path("."), "")).not.toMatch(UNPLAIN);
    } finally {
      await into.remove();
    }
  });

  it("the sources of panes and page hold none of the phrases", () => {
    const files = ["src/panes", "src/standalone", "src/app", "src/cli"].flatMap((folderOf) =>
      readdirSync(path.join(ROOT, folderOf), { recursive: true, encoding: "utf8" })
        .filter((name) => /words\.ts$|texts?\.ts$|actions\.ts$/.test(name))
        .map((name) => path.join(ROOT, folderOf, name)),
    );
    expect(files.length).toBeGreaterThan(15);
    const found = files.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/"([^"\n]*[\u4e00-\u9fff][^"\n]*)"|`([^`]*[\u4e00-\u9fff][^`]*)`/g)]
        .map(([, quoted, template]) => quoted ?? template ?? "")
        .filter((text) => UNPLAIN.test(text))
        .map((text) => `${path.relative(ROOT, file)}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});
