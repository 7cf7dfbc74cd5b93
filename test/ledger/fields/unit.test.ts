import * as fc from "fast-check";
import type { CellValue } from "../../../src/grid/grid";
import type { UnitDirectory } from "../../../src/ledger/types";
import { createUnitReader } from "../../../src/ledger/fields/unit";
import { buildDirectory, nearestUnit } from "../../../src/ledger/fields/unit-directory";

const directory = buildDirectory(
  [
    { name: "办公室", shortNames: [] },
    { name: "规划财务股", shortNames: ["财务股"] },
    { name: "人事股", shortNames: [""] },
    { name: "医政股", shortNames: [] },
    { name: "机关纪委", shortNames: [] },
    { name: "县人民医院", shortNames: ["县医院"] },
    { name: "县第二人民医院", shortNames: ["县二院、二医院"] },
    { name: "县疾病预防控制中心", shortNames: ["县疾控中心", "疾控中心"] },
    { name: "县卫健委（本级）", shortNames: ["卫健委", "县卫健委"] },
    { name: "卫生和计划生育委员会", shortNames: [] },
    { name: "城区（街道）服务中心", shortNames: [] },
  ],
  "单位名录",
);

/** One line a unit: role, name, and ? for unknown, * for collective. */
function read(value: CellValue, known: UnitDirectory | null = null): string {
  const reading = createUnitReader(known)(value);
  if (reading.state !== "ok") return reading.state;
  return reading.units
    .map((u) => {
      const role = u.role === "lead" ? "+" : u.role === "co" ? "-" : "";
      return role + u.name + (u.known ? "" : "?") + (u.collective ? "*" : "");
    })
    .join(" | ");
}

describe("without a directory", () => {
  test.each([
    ["县财政局", "县财政局"],
    [" 办公室　", "办公室"],
    ["规划 财务股", "规划财务股"],
    ["县 财 政 局", "县财政局"],
    ["县财政局。", "县财政局"],
    ["责任：办公室", "办公室"],
    ["办公室、张三/财务科", "办公室 | 财务科"],
    ["县财政局、县教育局", "县财政局 | 县教育局"],
    ["县财政局，县教育局", "县财政局 | 县教育局"],
    ["县财政局,县教育局", "县财政局 | 县教育局"],
    ["县财政局；县教育局", "县财政局 | 县教育局"],
    ["县财政局;县教育局", "县财政局 | 县教育局"],
    ["县财政局/县教育局", "县财政局 | 县教育局"],
    ["县财政局／县教育局", "县财政局 | 县教育局"],
    ["县财政局\n县教育局", "县财政局 | 县教育局"],
    ["县财政局\r\n县教育局", "县财政局 | 县教育局"],
    ["县财政局 县教育局", "县财政局 | 县教育局"],
    ["县财政局\u3000县教育局", "县财政局 | 县教育局"],
    ["县财政局、、县教育局、", "县财政局 | 县教育局"],
    ["县财政局、县财政局", "县财政局"],
    ["1.县财政局 2.县教育局", "县财政局 | 县教育局"],
    ["1、县财政局\n2、县教育局", "县财政局 | 县教育局"],
    ["①县财政局\n②县教育局", "县财政局 | 县教育局"],
    ["县财政局（牵头）、县教育局（配合）", "+县财政局 | -县教育局"],
    ["县财政局(牵头)、县教育局(配合)", "+县财政局 | -县教育局"],
    ["县财政局（牵头单位）、县教育局（配合单位）", "+县财政局 | -县教育局"],
    ["县财政局（牵头）、县教育局、县审计局", "+县财政局 | -县教育局 | -县审计局"],
    ["县财政局【牵头】，县教育局", "+县财政局 | -县教育局"],
    ["（牵头）县财政局、（配合）县教育局", "+县财政局 | -县教育局"],
    ["牵头单位：县财政局；配合单位：县教育局、县审计局", "+县财政局 | -县教育局 | -县审计局"],
    ["牵头单位:县财政局\n配合单位:县教育局\n县审计局", "+县财政局 | -县教育局 | -县审计局"],
    ["牵头单位：县财政局 配合单位：县教育局", "+县财政局 | -县教育局"],
    ["牵头：县财政局、县审计局", "+县财政局 | +县审计局"],
    ["责任单位：县财政局、县教育局", "县财政局 | 县教育局"],
    ["配合单位：县教育局", "-县教育局"],
    ["县财政局（县教育局配合）", "县财政局 | -县教育局"],
    ["县财政局、县审计局（县教育局、县民政局协助）", "县财政局 | 县审计局 | -县教育局 | -县民政局"],
    ["县财政局（配合单位：县教育局、县民政局）", "县财政局 | -县教育局 | -县民政局"],
    ["县财政局(协办：县教育局)", "县财政局 | -县教育局"],
    ["县财政局（牵头）县教育局（配合）", "+县财政局 | -县教育局"],
    ["（牵头）县财政局（配合）县教育局", "+县财政局 | -县教育局"],
    ["县财政局-牵头，县教育局—配合", "+县财政局 | -县教育局"],
    ["县财政局+县教育局", "县财政局 | 县教育局"],
    ["县财政局。县教育局", "县财政局 | 县教育局"],
    ["互联网+办公室", "互联网+办公室"],
    ["县财政局和县教育局", "县财政局 | 县教育局"],
    ["县工业和信息化局和县教育局", "县工业和信息化局 | 县教育局"],
    ["县财政局及县教育局、县审计局", "县财政局 | 县教育局 | 县审计局"],
    ["县财政局与县教育局及县审计局", "县财政局 | 县教育局 | 县审计局"],
    ["县财政局以及教育局", "县财政局 | 教育局"],
    ["××镇人民政府和县教育局配合", "××镇人民政府 | -县教育局"],
    ["甲局及乙局", "甲局 | 乙局"],
    ["①县财政局②县教育局", "县财政局 | 县教育局"],
    ["1.县财政局2.县教育局", "县财政局 | 县教育局"],
    ["（1）县财政局（2）县教育局", "县财政局 | 县教育局"],
    ["第1中学和第2中学", "第1中学和第2中学"],
    ["县人力资源和社会保障局", "县人力资源和社会保障局"],
    ["县住房和城乡建设局及县财政局", "县住房和城乡建设局 | 县财政局"],
    ["卫生院和村卫生室管理股", "卫生院和村卫生室管理股"],
    ["党建和人事科", "党建和人事科"],
    ["县纪委和监委", "县纪委和监委"],
    ["“县财政局”", "县财政局"],
    ["一、县财政局", "县财政局"],
    ["牵头单位：县财政局；责任人：甲某", "+县财政局"],
    ["局领导班子", "局领导班子*"],
    ["县直医疗卫生单位", "县直医疗卫生单位*"],
    ["县财政局牵头，县教育局、县审计局配合", "+县财政局 | -县教育局 | -县审计局"],
    ["县财政局牵头，县教育局，县审计局配合", "+县财政局 | -县教育局 | -县审计局"],
    ["由县财政局牵头，县教育局配合落实", "+县财政局 | -县教育局"],
    ["县财政局、县教育局牵头", "+县财政局 | +县教育局"],
    ["县财政局，县教育局、县审计局配合", "县财政局 | -县教育局 | -县审计局"],
    ["县财政局牵头县教育局配合", "+县财政局 | -县教育局"],
    ["县财政局会同县教育局", "+县财政局 | -县教育局"],
    ["县财政局负责", "+县财政局"],
    ["县财政局等相关单位", "县财政局"],
    ["县卫健委（本级）", "县卫健委（本级）"],
    ["县卫健委（本级、二级机构）、县财政局", "县卫健委（本级、二级机构） | 县财政局"],
    ["县卫健委（办公室/财务股）", "县卫健委（办公室/财务股）"],
    ["县卫健委（本级、县财政局", "县卫健委（本级 | 县财政局"],
    ["县卫健委本级）、县财政局", "县卫健委本级） | 县财政局"],
    ["医共体牵头医院", "医共体牵头医院"],
    ["卫生和计划生育委员会", "卫生和计划生育委员会"],
    ["ABC Ltd", "ABC Ltd"],
    ["各乡镇卫生院", "各乡镇卫生院*"],
    ["各乡镇（中心）卫生院", "各乡镇（中心）卫生院*"],
    ["机关各科室", "机关各科室*"],
    ["办公室、机关各股室", "办公室 | 机关各股室*"],
    ["全县各医疗机构", "全县各医疗机构*"],
    ["各有关单位", "各有关单位*"],
    ["相关单位", "相关单位*"],
    ["有关部门", "有关部门*"],
    ["各党支部", "各党支部*"],
    ["班子成员", "班子成员*"],
    ["局班子成员", "局班子成员*"],
    ["全县25个乡镇（街道）", "全县25个乡镇（街道）*"],
    ["三个医共体", "三个医共体*"],
    ["委属各单位", "委属各单位*"],
    ["县第二人民医院", "县第二人民医院"],
    ["", "missing"],
    [" \n", "missing"],
    [null, "missing"],
    ["/", "missing"],
    ["、，", "missing"],
    ["—", "missing"],
    ["无", "missing"],
    ["#N/A", "error"],
    [12, "missing"],
    ["__proto__", "__proto__"],
    ["constructor、县财政局", "constructor | 县财政局"],
  ])("%p gives %p", (text, expected) => expect(read(text)).toBe(expected));
});

describe("with a directory", () => {
  test.each([
    ["规划财务股", "规划财务股"],
    ["财务股", "规划财务股"],
    ["规划 财务股", "规划财务股"],
    [" 办公室　", "办公室"],
    ["规划财物股", "规划财物股?"],
    ["县二院", "县第二人民医院"],
    ["二医院", "县第二人民医院"],
    ["县 二 院", "县第二人民医院"],
    ["办公室、人事股", "办公室 | 人事股"],
    ["办公室 人事股", "办公室 | 人事股"],
    ["人事股 县二院", "人事股 | 县第二人民医院"],
    ["人事股和医政股", "人事股 | 医政股"],
    ["人事股与医政股配合", "人事股 | -医政股"],
    ["卫生和计划生育委员会", "卫生和计划生育委员会"],
    ["县卫健委（本级）", "县卫健委（本级）"],
    ["县卫健委(本级)", "县卫健委（本级）"],
    ["县卫健委", "县卫健委（本级）"],
    ["城区(街道)服务中心、办公室", "城区（街道）服务中心 | 办公室"],
    ["财务股（甲某）", "规划财务股"],
    ["财务股（牵头）、人事股", "+规划财务股 | -人事股"],
    ["财务股、规划财务股", "规划财务股"],
    ["财务股 甲某", "规划财务股"],
    ["县二院？", "县第二人民医院"],
    ["人事股（牵头）医政股（配合）", "+人事股 | -医政股"],
    ["审计局", "审计局?"],
    ["审计局、办公室", "审计局? | 办公室"],
    ["各乡镇卫生院", "各乡镇卫生院*"],
    ["机关 纪委", "机关纪委"],
    ["机关纪委牵头，办公室配合", "+机关纪委 | -办公室"],
  ])("%p gives %p", (text, expected) => expect(read(text, directory)).toBe(expected));

  test("keeps what was written", () => {
    const reading = createUnitReader(directory)("县二院（牵头）");
    expect(reading.units).toEqual([
      { name: "县第二人民医院", text: "县二院", role: "lead", known: true, collective: false },
    ]);
  });
});

describe("the directory", () => {
  test("leaves out empty and repeated rows; ambiguous short names lead nowhere", () => {
    const built = buildDirectory(
      [
        { name: "", shortNames: ["空"] },
        { name: " 县中医院 ", shortNames: ["中医院", "县医院"] },
        { name: "县人民医院", shortNames: ["县医院"] },
        { name: "县中医院", shortNames: ["县中"] },
        { name: "中医院", shortNames: ["县中医院"] },
      ],
      "名录.xlsx",
    );
    expect(built.names).toEqual(["县中医院", "县人民医院", "中医院"]);
    expect(built.byKey.get("县医院")).toBeUndefined();
    expect(built.byKey.get("中医院")).toBe("中医院");
    expect(built.byKey.get("县中医院")).toBe("县中医院");
    expect(built.byKey.get("县中")).toBe("县中医院");
    expect(built.source).toBe("名录.xlsx");
  });
});

describe("suggestions", () => {
  test.each([
    ["规划财物股", "规划财务股"],
    ["规画财务股", "规划财务股"],
    ["县人民医完", "县人民医院"],
    ["县疾控中心", "县疾病预防控制中心"],
    ["县疾病预防控中心", "县疾病预防控制中心"],
    ["县疾病预防空制中新", "县疾病预防控制中心"],
    ["局人事股", "人事股"],
    ["县卫健委(本级", "县卫健委（本级）"],
    ["县第三人民医院", null],
    ["人市股", null],
    ["监督股", null],
    ["机关党委", null],
    ["审计局", null],
    ["", null],
    ["一".repeat(100_000), null],
  ])("%p: %p", (text, name) => expect(nearestUnit(directory, text)).toBe(name));

  test.each([
    [40, true],
    [41, false],
  ])("of %d characters with a slip: suggested %s", (length, suggested) => {
    const name = `${"规划财务资产管理服务".repeat(5).slice(0, length - 3)}财务股`;
    const known = buildDirectory([{ name, shortNames: [] }], "单位名录");
    expect(nearestUnit(known, name.replace(/财务股$/u, "财物股"))).toBe(suggested ? name : null);
  });

  test("says nothing where two names are equally near", () => {
    const twins = buildDirectory(
      [
        { name: "县财政局", shortNames: [] },
        { name: "县民政局", shortNames: [] },
      ],
      "x",
    );
    expect(nearestUnit(twins, "县某政局")).toBeNull();
    expect(nearestUnit(twins, "县财证局")).toBe("县财政局");
  });
});

describe("properties", () => {
  const text = fc
    .array(
      fc.constantFrom(
        "县",
        "财政局",
        "办公室",
        "（",
        "）",
        "(",
        ")",
        "、",
        "，",
        "；",
        "\n",
        " ",
        "牵头",
        "配合",
        "单位：",
        "各",
        "会同",
        "和",
        "1.",
        "人事股",
        "（牵头）",
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(""));

  test("any cell gives an answer; no name is empty; with all names known nothing changes by remembering", () => {
    const reader = createUnitReader(directory);
    fc.assert(
      fc.property(text, (cell) => {
        const once = reader(cell);
        expect(reader(cell)).toBe(once);
        expect(createUnitReader(directory)(cell)).toEqual(once);
        for (const unit of once.units) expect(unit.name).not.toBe("");
        expect(once.state === "ok").toBe(once.units.length > 0);
        expect(createUnitReader(null)(cell).units.every((unit) => unit.known)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("survives more texts than it keeps", () => {
    const reader = createUnitReader(directory);
    for (let i = 0; i < 45_000; i++) reader(`第${i}科`);
    expect(reader("财务股").units[0]?.name).toBe("规划财务股");
  });

  test("hostile cells cost linear time", () => {
    for (const unit of [
      "县",
      "、",
      "（",
      "）",
      "（）",
      " ",
      "县财政局 ",
      "县 ",
      "牵头",
      "会同",
      "和",
      "各",
      "1.",
      "。",
      "\u0301",
      "(牵头)",
      "负责",
    ]) {
      const cell = unit.repeat(Math.floor(100_000 / unit.length));
      for (const known of [null, directory]) expect(["ok", "missing"]).toContain(createUnitReader(known)(cell).state);
    }
  }, 20_000);
});
