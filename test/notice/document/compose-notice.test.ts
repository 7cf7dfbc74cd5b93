/** The five families: structure, counts and order of the notices written from their ledgers. */
import { NO_FACTS } from "../../../src/notice/document/facts";
import { textOfSpans } from "../../../src/notice/document/types";
import { civilDate } from "../../../src/zh/civil-date";
import {
  FACTS,
  headingsOf,
  itemsFamily,
  linesOf,
  measuresFamily,
  noticeOf,
  partialFamily,
  phasedFamily,
  rateFamily,
} from "./families";
import { sheetOf } from "../../grid/grid-of";
import { readWorkbook } from "../../../src/ledger/read-workbook";
import { DEFAULT_DEFINITION, tally } from "../../../src/tally/tally";

describe("rate: flat, quoted, counted through", () => {
  const document = noticeOf(rateFamily());
  const lines = linesOf(document);

  it("has its parts in order", () => {
    expect(lines.slice(0, 3)).toEqual([
      "中共××县某某局党组",
      "关于巡察整改情况的通报",
      "根据县委统一部署，2025年3月3日至5月9日，县委第九巡察组对县某某局党组开展了常规巡察，并于2025年6月10日反馈了巡察意见。按照巡察工作有关规定，现将截至2025年12月22日的整改进展情况公布如下。",
    ]);
    expect(headingsOf(document, "part")).toEqual([
      "一、巡察整改工作落实情况",
      "二、巡察整改总体情况",
      "三、追责问责情况",
      "四、整改任务落实情况",
      "五、下一步工作安排",
    ]);
  });

  it("counts accountability, problems and letters", () => {
    expect(lines).toContain("共追责问责21人，其中：约谈提醒5人，通报批评11人，诫勉谈话5人。");
    expect(lines).toContain(
      "县委第九巡察组反馈的23个具体问题，已完成整改20个，正在整改3个，整改完成率87%。巡察移交的3件信访件，已办结2件，1件正在办理。",
    );
  });

  it("lists 23 items with status and progress", () => {
    const items = headingsOf(document, "parent");
    expect(items).toHaveLength(23);
    expect(items[0]).toBe("1.关于“第1项工作落实不够到位”的问题");
    expect(items[22]).toBe("23.关于“第23项工作落实不够到位”的问题");
    const at = lines.indexOf(items[0] ?? "");
    expect(lines.slice(at + 1, at + 3)).toEqual(["整改结果：已完成。", "整改进展情况：第1项已开会研究并逐条落实。"]);
  });

  it("closes with contact, signature and date", () => {
    expect(lines.slice(-3)).toEqual([
      "以上整改情况，请广大干部群众监督。对整改工作有意见建议的，可按以下方式反映。联系电话：0000-2345678；电子邮箱：office@example.cn。",
      "中共××县某某局党组",
      "2025年12月25日",
    ]);
    expect(document.missing).toEqual([]);
  });

  it("keeps the text of letters and names out", () => {
    expect(lines.join("\n")).not.toMatch(/来信|甲某|乙某|丙某/);
    expect(document.warnings).toEqual([{ type: "textWithheld", kind: "letter", count: 3 }]);
  });

  it("lets letters in when asked", () => {
    const asked = noticeOf(rateFamily(), { list: ["letter"] });
    const text = linesOf(asked).join("\n");
    expect(text).toContain(
      "五、移交事项办理情况\n（一）移交信访件办理情况\n巡察移交的信访件3件，已办结2件，正在办理1件。",
    );
    expect(text).toContain("1.反映某窗口收费的来信。\n办理结果：已办结。");
    expect(asked.warnings).toEqual([]);
  });
});

describe("measures: the whole problem, one label", () => {
  const document = noticeOf(measuresFamily());
  const lines = linesOf(document);

  it("counts problems, measures and matters", () => {
    expect(lines).toContain(
      "对照巡察反馈的10个问题，已整改完成7个，持续整改3个。制定的21条整改措施，已落实到位18条，长期坚持3条，整改到位率86%；巡察交办问题3件，办理完成3件，移交事项办结率100%。",
    );
  });

  it("lists ten problems, the progress of several rows as points", () => {
    expect(headingsOf(document, "parent")).toHaveLength(10);
    expect(lines).toContain("1.第1方面有差距。一是措施不多；二是成效不够。");
    expect(lines).toContain("整改进展情况：一是第1项第1条已经落地；二是第1项第2条已经落地；三是第1项第3条已经落地。");
  });
});

describe("items: sections, counted through, status apart", () => {
  const document = noticeOf(itemsFamily());
  const lines = linesOf(document);

  it("has four parts and four sections", () => {
    expect(headingsOf(document, "part")).toEqual([
      "一、巡察整改基本情况",
      "二、整改总体进展",
      "三、巡察反馈问题整改情况",
      "四、下一步工作打算",
    ]);
    expect(headingsOf(document, "section").slice(1)).toEqual([
      "（一）第1板块方面",
      "（二）第2板块方面",
      "（三）第3板块方面",
      "（四）第4板块方面",
    ]);
    expect(lines).toContain("截至目前，某届县委第九轮巡察反馈问题20项，已完成整改20项；移交问题线索3件，已办结3件。");
  });

  it("counts items through the sections", () => {
    const numbers = headingsOf(document, "parent").map((line) => line.slice(0, line.indexOf(".")));
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 1)));
    const at = lines.indexOf("1.第1项工作落实不够到位。");
    expect(lines.slice(at + 1, at + 3)).toEqual([
      "整改情况：已完成。",
      "整改措施及成效：一是第1项已办；二是第1项已巩固。",
    ]);
  });

  it("counts clues only, and lists them when asked", () => {
    expect(lines.join("\n")).not.toContain("线索内容");
    const asked = noticeOf(itemsFamily(), { list: ["clue"] });
    expect(headingsOf(asked, "part")[3]).toBe("四、移交事项办理情况");
    expect(linesOf(asked).join("\n")).toContain("3.第3条线索内容。\n办理结果：已了结。\n五、下一步工作打算");
  });
});

describe("partial: three levels", () => {
  const document = noticeOf(partialFamily());
  const lines = linesOf(document);

  it("numbers sections, parents and problems anew below each", () => {
    expect(headingsOf(document, "section").slice(1)).toEqual([
      "（一）第1类的整改情况",
      "（二）第2类的整改情况",
      "（三）第3类的整改情况",
      "（四）第4类的整改情况",
    ]);
    const parents = headingsOf(document, "parent").map((line) => Number(line.slice(0, line.indexOf("."))));
    expect(parents).toEqual([1, 2, 3, 4, 1, 2, 3, 1, 2, 3, 4, 1, 2]);
    expect(headingsOf(document, "problem")).toHaveLength(40);
    expect(document.items).toHaveLength(41);
  });

  it("lets a main problem without problems below stand by itself", () => {
    const at = lines.indexOf("1.第3类第1个主要问题。");
    expect(lines[at + 1]).toBe("整改情况：此项问题部分已整改，需要长期推进。第26项已出台办法。");
    expect(lines[at + 2]).toBe("2.第3类第2个主要问题。");
  });

  it("counts 17 of 41", () => {
    expect(lines).toContain("巡察反馈的41个具体问题，已完成整改17个，部分整改（需长期推进）24个，整改完成率41%。");
    expect(lines).toContain("整改情况：此项问题已完成整改。第1项已出台办法。");
  });
});

describe("phased: circled problems, result and what was done", () => {
  const document = noticeOf(phasedFamily());
  const lines = linesOf(document);

  it("names sections, parents and problems", () => {
    expect(headingsOf(document, "section").slice(1)).toEqual([
      "（一）反馈问题：第1方面",
      "（二）反馈问题：第2方面",
      "（三）反馈问题：第3方面",
      "（四）反馈问题：第4方面",
      "（五）反馈问题：第5方面",
    ]);
    const at = lines.indexOf("1.第1方面的第1个问题。");
    expect(lines.slice(at + 1, at + 8)).toEqual([
      "问题①：第1项工作落实不够到位。",
      "整改结果：阶段性完成。",
      "整改情况：一是第1项已制定方案；二是第1项已开展培训。",
      "问题②：第2项工作落实不够到位。",
      "整改结果：已完成整改。",
      "整改情况：一是第2项已制定方案；二是第2项已开展培训。",
      "问题③：第3项工作落实不够到位。",
    ]);
  });

  it("leaves out the number of a single problem", () => {
    const at = lines.indexOf("3.第2方面的第3个问题。");
    expect(lines[at + 1]).toMatch(/^问题：第\d+项/);
  });

  it("lists 62 and counts 62", () => {
    expect(document.items).toHaveLength(62);
    expect(lines).toContain(
      "截至12月22日，巡察反馈的62个具体问题，已完成整改3个，阶段性完成整改59个，未完成整改0个；巡察移交的13件信访件，已办结13件；巡察交办的立行立改问题3个，已办结3个。",
    );
  });

  it("has an outline with items below each heading", () => {
    const parts = document.outline.filter((entry) => entry.level === 1);
    expect(parts.map((entry) => [entry.text, entry.items])).toEqual([
      ["一、组织整改落实情况", 0],
      ["二、整改总体进展", 0],
      ["三、集中整改期内整改进展情况", 62],
      ["四、下一步整改工作安排", 0],
    ]);
    const sections = document.outline.filter((entry) => entry.level === 2 && entry.items > 0);
    expect(sections.map((entry) => entry.items)).toEqual([24, 15, 9, 1, 13]);
  });
});

describe("open places", () => {
  it("shows everything the form does not hold, and guesses no organ", () => {
    const document = noticeOf(rateFamily(), {}, NO_FACTS);
    const lines = linesOf(document);
    expect(lines[0]).toBe("中共【待补充：单位全称】【待补充：党组织】");
    expect(lines.slice(-2)).toEqual(["中共【待补充：单位全称】【待补充：党组织】", "【待补充：成文日期】"]);
    expect(lines.join("\n")).not.toMatch(/党委(?!统)/);
    const facts = new Set(document.missing.map((one) => one.fact));
    expect(facts).toEqual(
      new Set([
        "unit",
        "organ",
        "orderedBy",
        "inspectedFrom",
        "inspectedTo",
        "inspector",
        "feedbackDate",
        "organisation",
        "phone",
        "email",
        "signDate",
      ]),
    );
  });

  it("names the empty cell of the ledger", () => {
    const grids = [
      sheetOf("问题整改台账", [
        ["序号", "反馈问题", "责任单位", "整改时限", "整改状态", "整改进展情况"],
        [1, "某事不到位", "办公室", "2025年12月31日", null, null],
        [2, "某事不及时", "办公室", "2025年12月31日", "已完成", "已办"],
      ]),
    ];
    const asOf = civilDate(2025, 12, 22)!;
    const reading = readWorkbook(grids, { today: asOf, asOf });
    const counted = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
    const document = noticeOf({ style: "phased", reading, tally: counted }, {}, FACTS);
    expect(document.missing.map(({ name, fact, ref, item }) => ({ name, fact, ref, item }))).toEqual([
      { name: "整改状态", fact: null, ref: { sheet: "问题整改台账", row: 1, col: 4 }, item: document.items[0]?.id },
      { name: "整改情况", fact: null, ref: { sheet: "问题整改台账", row: 1, col: 5 }, item: document.items[0]?.id },
    ]);
    expect(textOfSpans(document.items[0]?.status ?? [])).toBe("【待补充：整改状态】。");
  });
});
