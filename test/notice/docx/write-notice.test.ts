/** The Word document against the numbers of GB/T 9704—2012, read from its parts. */
import { strFromU8, unzipSync } from "fflate";
import { writeNotice } from "../../../src/notice/docx/write-notice";
import { signaturePlace } from "../../../src/notice/docx/signature-place";
import { textOfSpans } from "../../../src/notice/document/types";
import { NO_FACTS } from "../../../src/notice/document/facts";
import { FACTS, noticeOf, partialFamily, phasedFamily, rateFamily } from "../document/families";

type Parts = (name: string) => string;

function partsOf(bytes: Uint8Array): Parts {
  const files = unzipSync(bytes);
  return (name) => strFromU8(files[name] ?? new Uint8Array());
}

function attribute(xml: string, element: string, name: string): string | undefined {
  const found = new RegExp(`<w:${element}[^>]* w:${name}="([^"]*)"`, "u").exec(xml);
  return found?.[1];
}

/** Millimetres of twips. */
function mm(twips: string | undefined): number {
  return (Number(twips) * 25.4) / 1440;
}

function style(xml: string, id: string): string {
  const at = xml.indexOf(`w:styleId="${id}"`);
  return xml.slice(at, xml.indexOf("</w:style>", at));
}

describe("the page", () => {
  let part: Parts;
  beforeAll(async () => {
    part = partsOf(await writeNotice(noticeOf(phasedFamily())));
  });

  it("is A4 with margins of 37, 35, 28 and 26 mm", () => {
    const xml = part("word/document.xml");
    expect(mm(attribute(xml, "pgSz", "w"))).toBeCloseTo(210, 1);
    expect(mm(attribute(xml, "pgSz", "h"))).toBeCloseTo(297, 1);
    const margins = ["top", "bottom", "left", "right"].map((side) => mm(attribute(xml, "pgMar", side)));
    [37, 35, 28, 26].forEach((wanted, index) => expect(margins[index]).toBeCloseTo(wanted, 1));
  });

  it("holds 22 lines of 28 characters", () => {
    const xml = part("word/document.xml");
    const height = 16838 - Number(attribute(xml, "pgMar", "top")) - Number(attribute(xml, "pgMar", "bottom"));
    const width = 11906 - Number(attribute(xml, "pgMar", "left")) - Number(attribute(xml, "pgMar", "right"));
    expect(attribute(xml, "docGrid", "type")).toBe("linesAndChars");
    expect(Math.floor(height / Number(attribute(xml, "docGrid", "linePitch")))).toBe(22);
    const pitch = 320 + (Number(attribute(xml, "docGrid", "charSpace")) / 4096) * 20;
    expect(Math.floor(width / pitch + 0.001)).toBe(28);
    // What lays out the text where the grid is not followed: fixed lines and the distance of characters.
    const styles = part("word/styles.xml");
    const defaults = styles.slice(0, styles.indexOf("</w:docDefaults>"));
    expect(defaults).toContain('w:line="560" w:lineRule="exact"');
    expect(Math.floor(height / 560)).toBe(22);
    const spacing = Number(/<w:spacing w:val="(-?\d+)"\/>/u.exec(defaults)?.[1]);
    expect(Math.floor(width / (320 + spacing))).toBe(28);
  });

  it("names the typefaces and sizes", () => {
    const xml = part("word/styles.xml");
    const face = (id: string): string | undefined => attribute(style(xml, id), "rFonts", "eastAsia");
    expect(face("Normal")).toBe("仿宋_GB2312");
    expect(attribute(style(xml, "Normal"), "sz", "val")).toBe("32");
    expect([face("NoticeTitle"), attribute(style(xml, "NoticeTitle"), "sz", "val")]).toEqual(["方正小标宋简体", "44"]);
    expect([face("NoticePart"), face("NoticeSection"), face("NoticeParent")]).toEqual([
      "黑体",
      "楷体_GB2312",
      undefined,
    ]);
    expect(attribute(style(xml, "NoticeBody"), "ind", "firstLineChars")).toBe("200");
    expect(attribute(style(xml, "NoticeTitle"), "jc", "val")).toBe("center");
    const fonts = part("word/fontTable.xml");
    expect(fonts).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
    expect(fonts).toContain('<w:font w:name="楷体_GB2312"><w:altName w:val="楷体"/>');
  });

  it("has a theme of the standard's fonts only", () => {
    const faces = part("word/theme/theme1.xml").match(/typeface="[^"]*"/gu) ?? [];
    expect(new Set(faces)).toEqual(
      new Set(["Times New Roman", "仿宋_GB2312", "方正小标宋简体"].map((face) => `typeface="${face}"`)),
    );
  });

  it("numbers pages — 1 —, odd right and even left", () => {
    const relations = part("word/_rels/document.xml.rels");
    const footer = (type: string): string => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="([^"]+)"`, "u").exec(
        part("word/document.xml"),
      )?.[1];
      const target = new RegExp(
        `Id="${id ?? ""}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id ?? ""}"`,
        "u",
      ).exec(relations);
      return part(`word/${target?.[1] ?? target?.[2] ?? ""}`);
    };
    expect(part("word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
    expect(footer("default")).toContain('<w:jc w:val="right"/>');
    expect(footer("even")).toContain('<w:jc w:val="left"/>');
    for (const type of ["default", "even"]) {
      expect(footer(type)).toMatch(/>— <\/w:t>.*PAGE.*> —<\/w:t>/su);
      expect(attribute(footer(type), "sz", "val")).toBe("28");
      expect(attribute(footer(type), "rFonts", "eastAsia")).toBe("宋体");
    }
  });

  it("keeps no date and no person", () => {
    expect(part("docProps/core.xml")).not.toMatch(/dcterms|Un-named/u);
    expect(part("docProps/core.xml")).toContain("<dc:title>中共××县某某局党组关于巡察整改进展情况的通报</dc:title>");
  });
});

describe("the text", () => {
  it("stands there paragraph by paragraph, in order", async () => {
    const document = noticeOf(partialFamily());
    const xml = partsOf(await writeNotice(document))("word/document.xml");
    const paragraphs = Array.from(xml.matchAll(/<w:p>(.*?)<\/w:p>/gsu), ([, inner]) =>
      Array.from((inner ?? "").matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu), ([, text]) => text).join(""),
    );
    expect(paragraphs.filter((text) => text !== "")).toEqual(document.blocks.map((block) => textOfSpans(block.spans)));
  });

  it("keeps a heading with what follows, but not a heading that is a text of several lines", async () => {
    const document = noticeOf(partialFamily());
    const xml = partsOf(await writeNotice(document))("word/document.xml");
    const styles = partsOf(await writeNotice(document))("word/styles.xml");
    for (const id of ["NoticePart", "NoticeSection", "NoticeParent", "NoticeProblem", "NoticeSignature"])
      expect(style(styles, id)).toContain("<w:keepNext/>");
    const long = "制度执行不够到位，".repeat(6);
    const blocks = document.blocks.map((block) =>
      block.role === "problem" ? { ...block, spans: [{ type: "text" as const, text: long }] } : block,
    );
    const name = "聚焦贯彻落实党的路线方针政策和党中央决策部署方面的整改情况";
    const named = document.blocks.map((block) =>
      block.role === "section" ? { ...block, spans: [{ type: "text" as const, text: name }] } : block,
    );
    expect(partsOf(await writeNotice({ ...document, blocks: named }))("word/document.xml")).not.toMatch(
      /keepNext w:val/u,
    );
    const broken = partsOf(await writeNotice({ ...document, blocks }))("word/document.xml");
    const off = /<w:keepNext w:val="(?:false|0)"\/>/gu;
    expect(xml.match(off)).toBeNull();
    expect(broken.match(off)).toHaveLength(document.blocks.filter((block) => block.role === "problem").length);
  });

  it("keeps the signature with the last of the text: no page holds it alone", async () => {
    const document = noticeOf(partialFamily());
    const xml = partsOf(await writeNotice(document))("word/document.xml");
    const paragraphs = xml.split("<w:p>").slice(1);
    const at = paragraphs.findIndex((one) => one.includes('w:val="NoticeSignature"'));
    expect(at).toBeGreaterThan(2);
    expect(paragraphs[at - 1]).toContain("<w:keepNext/>");
    expect(paragraphs[at - 2]).toContain("<w:keepNext/>");
    expect(paragraphs[at - 2]).toMatch(/<w:t[ >]/u);
    expect(paragraphs[at - 3]).not.toContain("<w:keepNext/>");
  });

  it("marks open places", async () => {
    const xml = partsOf(await writeNotice(noticeOf(rateFamily(), {}, NO_FACTS)))("word/document.xml");
    const marked = Array.from(
      xml.matchAll(/<w:highlight w:val="yellow"\/>.*?<w:t[^>]*>([^<]*)</gsu),
      ([, text]) => text,
    );
    expect(marked).toContain("【待补充：党组织】");
    expect(marked.every((text) => text?.startsWith("【待补充：") === true)).toBe(true);
  });

  it("survives what XML does not allow", async () => {
    const facts = { ...FACTS, unit: "某\u0000局\ud800<&>\uffff" };
    const xml = partsOf(await writeNotice(noticeOf(rateFamily(), {}, facts)))("word/document.xml");
    expect(xml).toContain("某局&lt;&amp;&gt;");
  });

  it("reports progress to the end and stops when asked", async () => {
    const seen: (readonly [number, number])[] = [];
    await writeNotice(noticeOf(phasedFamily()), { onProgress: (done, total) => seen.push([done, total]) });
    const last = seen[seen.length - 1];
    expect(last?.[0]).toBe(last?.[1]);
    const controller = new AbortController();
    controller.abort();
    await expect(writeNotice(noticeOf(rateFamily()), { signal: controller.signal })).rejects.toThrow(/abort/iu);
  });
});

describe("signature and date", () => {
  it("centres the signature over a date four characters from the right", () => {
    const { signature, date } = signaturePlace("中共某县某局党组", "2025年12月1日");
    expect(date).toBe(4);
    // Both middles at the same distance from the right.
    expect(signature + 8 / 2).toBeCloseTo(date + 6.5 / 2, 5);
  });

  it("moves the date below a long signature", () => {
    const { signature, date } = signaturePlace("中共某某市某某区某某街道工作委员会党组", "2025年12月1日");
    expect(signature).toBe(2);
    expect(signature + 19 / 2).toBeCloseTo(date + 6.5 / 2, 5);
    expect(date).toBeGreaterThan(4);
  });
});
