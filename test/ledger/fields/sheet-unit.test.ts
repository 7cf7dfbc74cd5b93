/** Whose a table is by the lines above it: names, and what only looks like one. */
import { unitOfSheet } from "../../../src/ledger/fields/sheet-unit";

it.each<[line: string, unit: string | null]>([
  ["填报单位：某县某局", "某县某局"],
  ["单位：某县某局　　报送日期：2026年11月30日", "某县某局"],
  ["报送日期：2026年11月30日　　单位：万元", null],
  ["单位：亿元", null],
  ["单位：人民币万元", null],
  ["单位：平方米", null],
  ["金额单位：万元　填报单位：某镇政府", "某镇政府"],
])("%s", (line, unit) => expect(unitOfSheet("Sheet1", [line], "问题整改台账", null)?.text ?? null).toBe(unit));
