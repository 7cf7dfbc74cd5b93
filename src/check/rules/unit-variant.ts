import { type LedgerRow, unitVariants } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { defineRule, type Context, type Steps } from "../rule";
import { clip } from "../words";

type Data = { readonly unit: string; readonly full: string };

export const unitVariant = defineRule<Data>({
  alias: "unit-variant",
  code: "U107",
  severity: "warning",
  scope: "table",
  kinds: RECTIFIED,
  needs: ["unit"],
  name: { zh: "可能是同一单位的两种写法", en: "possibly one unit under two names" },
  messages: {
    zh: ({ unit, full }) =>
      `“${unit}”与“${full}”可能是同一单位，现在分开统计；是同一单位的请统一写法或写进单位名录的简称，不是的可以忽略。`,
    en: ({ unit, full }) =>
      `“${unit}” and “${full}” may be the same unit but are counted separately; use one name, or enter the short form in the unit directory. If they differ, ignore this.`,
  },
  check: checkVariants,
  page: {
    what: "没有单位名录时，一个单位的名称去掉“县”“市”等字后与另一个相同，或像是另一个名称的简称（住建局、住房和城乡建设局）。每种写法报一处。数字、方位不同的（第一、第二，东、西），以及可能指两家的（既有县教育局又有市教育局时的“教育局”），不报。",
    why: "同一单位写成几种样子，按单位统计、排名、发函、分发就会分成几家，而哪一家都不完整。这里只提示，不自动合并。",
    bad: "县住房和城乡建设局（3 处）、住建局（2 处）",
    good: "县住房和城乡建设局（5 处）",
    todo: '是同一单位的，按一下“都记作…”（记在词表里，以后的台账同样适用），或在单位名录的“简称”一列写明；用命令行时写在设置里："lexicon": {"units": {"县住房和城乡建设局": ["住建局"]}}。不是同一单位的，忽略即可。',
    forUnit: "统一使用单位的规范名称。",
    en: "Without a directory, a name that equals another but for 县 or 市, or looks like its short form (住建局, 住房和城乡建设局). Reported once per name; names are never merged automatically.",
  },
  ground: "设计约定：别名未经登记不合并，只提示。",
});

/** Measures looked at between two pauses. */
const A_STEP = 8192;

function* checkVariants(context: Context<Data>): Steps {
  const { ledger, reading } = context;
  const once = ledger.itemLevel.has("unit");
  const first = new Map<string, LedgerRow>();
  let looked = 0;
  for (const { rows } of ledger.items)
    for (const row of rows) {
      for (const { name, collective } of row.units.units) if (!collective && !first.has(name)) first.set(name, row);
      if (++looked % A_STEP === 0) yield;
      if (once) break;
    }
  for (const { name, full } of unitVariants(first.keys(), reading.directory)) {
    const row = first.get(name);
    if (row !== undefined)
      context.report(row, "unit", { unit: clip(name), full: clip(full) }, { quote: clip(name, 60) });
  }
}
