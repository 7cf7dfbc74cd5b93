import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { listPlaces, resolvePlace, subjectWords } from "../../src/notice/places";
import { STYLES, styleNamed } from "../../src/notice/styles";
import { MAX_DEPTH, parseTemplate } from "../../src/notice/template";
import { describeTemplateProblem } from "../../src/notice/template-messages";

/** Problems as short lines: type, quoted text, nearest. */
function problems(source: string): string[] {
  return parseTemplate(source).problems.map((one) => `${one.type} ${one.start} ${one.text} ${one.nearest ?? "-"}`);
}

describe("parseTemplate", () => {
  it("reads text, places, the as-of day, variables and pieces", () => {
    const {
      nodes,
      variables,
      problems: found,
    } = parseTemplate("{截至}，{巡察组}反馈{反馈问题.总数}个[，{信访件.办结率}]");
    expect(found).toEqual([]);
    expect(variables).toEqual(["巡察组"]);
    expect(nodes.map((node) => node.type)).toEqual(["asOf", "text", "variable", "text", "place", "text", "optional"]);
  });

  it("takes width and blanks inside braces lightly", () => {
    expect(parseTemplate("{ 反馈问题．总数 }{　截至　}{ 巡察组 }").nodes.map((node) => node.type)).toEqual([
      "place",
      "asOf",
      "variable",
    ]);
  });

  it.each<[string, readonly string[]]>([
    ["{反馈问题.己完成}个", ["unknownPlace 0 {反馈问题.己完成} 反馈问题.已完成"]],
    ["共{反馈间题.总数}个", ["unknownPlace 1 {反馈间题.总数} 反馈问题.总数"]],
    ["{信访件.完结率}", ["unknownPlace 0 {信访件.完结率} 信访件.办结率"]],
    ["{问责.诫免谈话}人", ["unknownPlace 0 {问责.诫免谈话} 问责.诫勉谈话"]],
    ["{措施.主要问题数}", ["unknownPlace 0 {措施.主要问题数} 措施.状态待核实"]],
    ["{截止}，", ["unknownPlace 0 {截止} 截至"]],
    ["{截至目前}，", ["unknownPlace 0 {截至目前} 截至"]],
    ["{反馈问题总数}", ["unknownPlace 0 {反馈问题总数} 反馈问题.总数"]],
    ["{反馈问题·已完成}", ["unknownPlace 0 {反馈问题·已完成} 反馈问题.已完成"]],
    ["{完成率}", ["unknownPlace 0 {完成率} 反馈问题.完成率"]],
    ["{信访件}", ["unknownPlace 0 {信访件} 信访件.总数"]],
    ["{}{ }", ["empty 0 {} -", "empty 2 { } -"]],
    ["国办发[2024]3号", ["empty 3 [2024] -"]],
    ["[]", ["empty 0 [] -"]],
    ["[{巡察组}]", ["empty 0 [{巡察组}] -"]],
    ["{反馈问题.总数", ["unclosed 0 { -"]],
    ["{反馈{反馈问题.总数}", ["unclosed 0 { -"]],
    ["{反馈\n问题.总数}", ["unclosed 0 { -", "unopened 9 } -"]],
    ["[，{反馈问题.总数}个", ["unclosed 0 [ -"]],
    ["总数}个]", ["unopened 2 } -", "unopened 4 ] -"]],
    ["[{反馈问题.己完成}]", ["unknownPlace 1 {反馈问题.己完成} 反馈问题.已完成"]],
    ["{__proto__}{constructor}", []],
    ["{constructor.总数}", ["unknownPlace 0 {constructor.总数} 反馈问题.总数"]],
    ["\\{反馈问题\\}\\[2024\\]\\\\", []],
  ])("%s", (source, expected) => {
    const found = problems(source);
    // Which place is nearest to a name that resembles none is left open; that one is named is not.
    if (source.startsWith("{措施.主要") || source.startsWith("{constructor.")) {
      expect(found.map((line) => line.replace(/\S+$/u, ""))).toEqual(expected.map((line) => line.replace(/\S+$/u, "")));
      expect(found[0]).not.toMatch(/ -$/u);
    } else {
      expect(found).toEqual(expected);
    }
  });

  it("unescapes", () => {
    expect(parseTemplate("\\{a\\}\\[2024\\]\\\\\\x").nodes).toEqual([{ type: "text", text: "{a}[2024]\\\\x" }]);
  });

  it("allows pieces in pieces to a depth, and keeps deeper brackets as text", () => {
    const deep = (n: number): string => `${"[".repeat(n)}{反馈问题.总数}${"]".repeat(n)}`;
    expect(problems(deep(MAX_DEPTH))).toEqual([]);
    expect(problems(deep(MAX_DEPTH + 1))).toEqual([`nested ${MAX_DEPTH} [ -`]);
    expect(problems(deep(MAX_DEPTH + 5))).toEqual([`nested ${MAX_DEPTH} [ -`]);
  });

  it("knows the forms of the ledger at hand", () => {
    expect(problems("{问责.约见提醒}")).toHaveLength(1);
    expect(parseTemplate("{问责.约见提醒}", { forms: new Set(["约见提醒"]), reading: null }).problems).toEqual([]);
  });

  it("never throws, and its problems lie where they say", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      "\\",
      "反馈问题",
      ".",
      "总数",
      "，",
      "。",
      "\n",
      "截至",
      "{反馈问题.总数}",
      " ",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(piece).map((all) => all.join("")),
        ),
        (source) => {
          const template = parseTemplate(source);
          for (const { start, end, text } of template.problems) {
            expect(source.slice(start, end)).toBe(text);
            expect(end).toBeGreaterThan(start);
          }
        },
      ),
    );
  });

  it.each([
    ["plain text", "问题"],
    ["opening braces", "{"],
    ["opening brackets", "["],
    ["closing brackets", "]"],
    ["pieces without figures", "[x]"],
    ["unknown places", "{反馈间题.己完咸}"],
    ["places", "{反馈问题.总数}"],
    ["backslashes", "\\"],
    ["one long name", "{", "a.b"],
  ])("gets through 100,000 characters of %s", (_name, ...parts) => {
    const [head = "", body = head] = parts;
    const build = (length: number): string => (parts.length > 1 ? head : "") + body.repeat(length / body.length);
    expect(() => parseTemplate(build(100_000))).not.toThrow();
  });
});

describe("places", () => {
  it.each([
    ["反馈问题.已整改", "反馈问题.已完成"],
    ["具体问题.整改完成率", "反馈问题.完成率"],
    ["反馈问题.持续整改", "反馈问题.长期坚持"],
    ["信访件.已完成", "信访件.已办结"],
    ["信访件.正在办理", "信访件.正在办理"],
    ["移交问题线索.办结率", "移交问题线索.办结率"],
    ["移交事项.办结率", "交办事项.办结率"],
    ["立行立改.已办结", "立行立改.已完成"],
    ["整改措施.整改到位率", "措施.完成率"],
    ["问责.人数", "问责.人数"],
    ["问责.诫勉谈话", "问责.诫勉谈话"],
  ])("%s is %s", (name, canonical) => {
    expect(resolvePlace(name)?.name).toBe(canonical);
  });

  it("lists places under names that lead back to them", () => {
    const places = listPlaces();
    expect(new Set(places.map(({ place }) => place.name)).size).toBe(places.length);
    for (const { place, words } of places) {
      expect(place.name.endsWith(`.${words[0] ?? "?"}`)).toBe(true);
      for (const subject of subjectWords(place)) {
        for (const word of words) expect(resolvePlace(`${subject}.${word}`)).toEqual(place);
      }
    }
  });

  it("stand in docs/template.md, all of them", () => {
    const lists = new Map<string, Set<string>>();
    const bySubject = new Map<string, string[]>();
    for (const { place, words } of listPlaces()) {
      const [subject = "", ...aliases] = subjectWords(place);
      const heading = `**${subject}**（${aliases.join("、")}）`;
      const [word = "", ...others] = words;
      bySubject.set(heading, [...(bySubject.get(heading) ?? []), `- ${word}：${others.join("、")}`]);
    }
    // Subjects with the same words share a list.
    for (const [heading, lines] of bySubject) {
      const list = lines.join("\n");
      lists.set(list, (lists.get(list) ?? new Set<string>()).add(heading));
    }
    const expected = Array.from(lists, ([list, headings]) => `${Array.from(headings).join("、")}\n\n${list}`).join(
      "\n\n",
    );
    const page = readFileSync(join(__dirname, "../../docs/template.md"), "utf8");
    expect(page.split("<!-- places -->")[1]?.split("<!-- /places -->")[0]?.trim()).toBe(expected);
  });
});

describe("styles", () => {
  it.each(STYLES.map((style) => [style.name, style.template]))("%s parses without a problem", (name, template) => {
    expect(parseTemplate(template).problems).toEqual([]);
    expect(styleNamed(name)?.template).toBe(template);
  });

  it("are found by name only", () => {
    expect(styleNamed("constructor")).toBeNull();
  });
});

describe("describeTemplateProblem", () => {
  it.each(["{反馈问题.己完成}", "{反馈", "]", "[a]", `${"[".repeat(12)}`, `{${"x".repeat(90)}.y}`])("%s", (source) => {
    const [problem] = parseTemplate(source).problems;
    if (problem === undefined) throw new Error("a problem was expected");
    expect(describeTemplateProblem(problem, "zh")).toMatch(/^模板第1字处的/u);
    expect(describeTemplateProblem(problem, "en")).toMatch(/character 1/u);
    expect(describeTemplateProblem(problem, "zh").length).toBeLessThan(120);
  });

  it("names the nearest", () => {
    const [problem] = parseTemplate("共{反馈问题.己完成}").problems;
    expect(problem && describeTemplateProblem(problem, "zh")).toBe(
      "模板第2字处的「{反馈问题.己完成}」不是可用的占位，最接近的是「{反馈问题.已完成}」",
    );
  });
});
