import { WRONG_REGULATIONS } from "../../zh/words/regulations";
import { defineProofRule } from "../rule";
import { wordHits, type WordData } from "../generic/word-hits";

const REGULATION_GROUNDS = new Map<string, string>(WRONG_REGULATIONS.map((entry) => [entry.wrong, entry.ground]));

export const regulationName = defineProofRule<WordData>({
  alias: "regulation-name",
  code: "P705",
  severity: "error",
  name: { zh: "法规名称有误", en: "wrong name of a regulation" },
  messages: {
    zh: ({ written, right, ground }) => `没有以《${written}》为名的法规，疑为《${right}》（${ground}）。`,
    en: ({ written, right }) => `There is no 《${written}》; probably 《${right}》 is meant.`,
  },
  find: function* (context) {
    for (const hit of wordHits(context, "regulation", (word) => REGULATION_GROUNDS.get(word) ?? "")) {
      const text = context.lines[hit.place.line]?.plain ?? "";
      // Only whole titles: 《…〈名称〉…》 and longer names that end alike are other texts.
      if (!"《〈".includes(text[hit.place.start - 1] ?? " ") || !"》〉".includes(text[hit.place.end] ?? " ")) continue;
      // A Party regulation that never existed is an error, the short name everybody uses for a law a matter of style.
      const { written } = hit.data;
      const severity = written.startsWith("中国共产党") ? "error" : written.includes("招投标法") ? "info" : "warning";
      yield { ...hit, severity };
    }
  },
  page: {
    what: "书名号内整名与常见误名一致的党内法规、法律名称，每条都有依据。",
    why: "引用不存在的法规，是公开稿的硬伤。",
    bad: "按照《中国共产党巡察工作条例》有关规定",
    good: "按照《中国共产党巡视工作条例》有关规定",
    todo: "核对原文后改正名称。",
    en: "Names of Party regulations and laws that don't exist under that name.",
  },
  ground: "各法规公布文本，依据逐条列于 data/regulations.ts。",
});
