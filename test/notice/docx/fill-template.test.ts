/** The user's own Word template: places, lists, and sentences for what is wrong. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { fillTemplate } from "../../../src/notice/docx/fill-template";
import { AS_OF, FACTS, noticeOf, rateFamily } from "../document/families";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

function template(paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join("");
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
  });
}

const made = rateFamily();
const context = {
  facts: FACTS,
  tally: made.tally,
  asOf: AS_OF,
  precision: 0 as const,
  source: { reading: made.reading, dueSoonDays: 15, tolerance: 5, last: null },
};

async function fill(...paragraphs: readonly string[]): Promise<readonly string[]> {
  const outcome = await fillTemplate(template(paragraphs), noticeOf(made), context);
  if (!outcome.ok) throw new Error(outcome.zh);
  const xml = strFromU8(unzipSync(outcome.bytes)["word/document.xml"]!);
  return Array.from(xml.matchAll(/<w:p>(.*?)<\/w:p>/gsu), ([, inner]) =>
    Array.from((inner ?? "").matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu), ([, text]) => text).join(""),
  );
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const outcome = await fillTemplate(bytes, noticeOf(made), context);
  if (outcome.ok) throw new Error("accepted");
  return outcome.zh;
}

describe("fillTemplate", () => {
  it("puts in facts, figures and sentences", async () => {
    expect(
      await fill(
        "{标题}",
        "{单位全称}：{反馈问题.总数}个，{反馈问题.完成率}；{统计截止}",
        "{综述}",
        "{邮政地址}{落款}{成文日期}",
      ),
    ).toEqual([
      "中共××县某某局党组关于巡察整改情况的通报",
      "××县某某局：23个，87%；2025年12月22日",
      "县委第九巡察组反馈的23个具体问题，已完成整改20个，正在整改3个，整改完成率87%。巡察移交的3件信访件，已办结2件，1件正在办理。",
      "【待补充：邮政地址】中共××县某某局党组2025年12月25日",
    ]);
  });

  it("takes full-width braces, dots, colons, brackets and blanks inside them, and lists begun in full width", async () => {
    expect(
      await fill(
        "｛单位全称｝｛　标题　｝",
        "{反馈问题．总数}、｛反馈问题．完成率｝",
        "｛个数：整改状态＝已完成｝、｛反馈问题．总数［状态＝正在整改］｝",
      ),
    ).toEqual(["××县某某局中共××县某某局党组关于巡察整改情况的通报", "23、87%", "20、3"]);
    const items = await fill("｛＃事项｝", "｛编号｝｛整改结果｝", "｛／事项｝");
    expect(items.filter((line) => line !== "")).toHaveLength(23);
  });

  it("finds full-width braces that Word split over runs", async () => {
    const runs = ["｛反馈问题", "．总", "数｝个"].map((text) => `</w:t></w:r><w:r><w:t>${text}`).join("");
    expect(await fill(`共${runs}`)).toEqual(["共23个"]);
  });

  it("repeats a list for every item", async () => {
    const lines = await fill("{#事项}", "{编号}{问题}{整改结果}（{单位全称}）", "{/事项}");
    const items = lines.filter((line) => line !== "");
    expect(items).toHaveLength(23);
    expect(items[22]).toBe("23.关于“第23项工作落实不够到位”的问题正在整改。（××县某某局）");
  });

  it("names the nearest place for an unknown one", async () => {
    expect(await refusal(template(["{单位全程}"]))).toBe("中没有这样的占位「{单位全程}」；是否指「{单位全称}」？");
    expect(await refusal(template(["{反馈问题.己完成}"]))).toBe(
      "中没有这样的占位「{反馈问题.己完成}」；是否指「{反馈问题.已完成}」？",
    );
    expect(await refusal(template(["{__proto__}"]))).toMatch(/没有这样的占位「\{__proto__\}」/u);
    expect(await refusal(template(["{constructor}"]))).toMatch(/没有这样的占位/u);
  });

  it("tells of unfinished places and other files", async () => {
    expect(await refusal(template(["{#事项}{编号}"]))).toMatch(/占位没有写完整/u);
    expect(await refusal(strToU8("not a zip"))).toMatch(/不是 .docx 文件/u);
    expect(await refusal(strToU8("PK\u0003\u0004 broken"))).toMatch(/已损坏或无法识别/u);
  });
});
