/** Rules that only ask whether a word of a cited list stands there. */
import { WRONG_ADDRESSES } from "../../zh/words/forms-of-address";
import { WRONG_REGULATIONS } from "../../zh/words/regulations";
import { MISSPELLINGS } from "../../zh/words/misspellings";
import { placeOf, type Topic } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly right: string; readonly ground: string };

function* hits(context: ProofContext, topic: Topic, groundOf: (word: string) => string): Generator<ProofHit<Data>> {
  let lastLine = -1;
  let lastEnd = 0;
  for (const hit of context.hitsOf(topic)) {
    if (hit.line === lastLine && hit.start < lastEnd) continue;
    lastLine = hit.line;
    lastEnd = hit.end;
    yield {
      place: placeOf(hit.line, hit.start, hit.end),
      data: { written: hit.word, right: hit.value, ground: groundOf(hit.word) },
      fix: hit.value,
    };
  }
}

const MISSPELLING_GROUNDS = new Map<string, string>(MISSPELLINGS.map((entry) => [entry.wrong, entry.ground]));
const REGULATION_GROUNDS = new Map<string, string>(WRONG_REGULATIONS.map((entry) => [entry.wrong, entry.ground]));

export const misspelling = defineProofRule<Data>({
  alias: "misspelling",
  code: "P707",
  severity: "warning",
  name: { zh: "常见错别字", en: "common misspelling" },
  messages: {
    zh: ({ written, right }) => `“${written}”疑为“${right}”。`,
    en: ({ written, right }) => `"${written}" is probably "${right}".`,
  },
  find: (context) => hits(context, "misspelling", (word) => MISSPELLING_GROUNDS.get(word) ?? ""),
  page: {
    what: "一份小词表，只收本身不成词、且前后文可排除歧义的写法（见 data/misspellings.ts）。",
    why: "错别字出现在公开稿里，影响公信力。",
    bad: "与成员单位签定协议。",
    good: "与成员单位签订协议。",
    todo: "核对后改正。",
    en: "A small list of misspellings that are no words of their own.",
  },
  ground: "《现代汉语词典》第7版；第一批异形词整理表（GF 1001—2001）。",
});

export const regulationName = defineProofRule<Data>({
  alias: "regulation-name",
  code: "P705",
  severity: "error",
  name: { zh: "法规名称有误", en: "wrong name of a regulation" },
  messages: {
    zh: ({ written, right, ground }) => `没有以《${written}》为名的法规，疑为《${right}》（${ground}）。`,
    en: ({ written, right }) => `There is no 《${written}》; probably 《${right}》 is meant.`,
  },
  find: function* (context) {
    for (const hit of hits(context, "regulation", (word) => REGULATION_GROUNDS.get(word) ?? "")) {
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
    what: "书名号内整名与常见误名一致的党内法规、法律名称（见 data/regulations.ts，每条写明依据）。",
    why: "引用不存在的法规，是公开稿的硬伤。",
    bad: "按照《中国共产党巡察工作条例》有关规定",
    good: "按照《中国共产党巡视工作条例》有关规定",
    todo: "核对原文后改正名称。",
    en: "Names of Party regulations and laws that don't exist under that name.",
  },
  ground: "各法规公布文本，依据逐条列于 data/regulations.ts。",
});

type AddressData = { readonly written: string; readonly advice: string; readonly adviceEn: string };

const ADDRESSES = new Map(WRONG_ADDRESSES.map((entry) => [entry.word, entry]));
const LONGEST_BEFORE = 12;

function* addresses(context: ProofContext): Generator<ProofHit<AddressData>> {
  for (const { line, start: from, end, word } of context.hitsOf("address")) {
    const entry = ADDRESSES.get(word);
    const { text = "", plain = "" } = context.lines[line] ?? {};
    const before = entry?.before?.exec(plain.slice(Math.max(0, from - LONGEST_BEFORE), from));
    if (!entry || before === null) continue;
    const start = from - (before?.[1]?.length ?? 0);
    yield {
      place: placeOf(line, start, end),
      data: { written: text.slice(start, end), advice: entry.advice.zh, adviceEn: entry.advice.en },
      fix: entry.right ?? undefined,
    };
  }
}

export const formOfAddress = defineProofRule<AddressData>({
  alias: "form-of-address",
  code: "P706",
  severity: "error",
  name: { zh: "称谓、提法不规范", en: "form of address" },
  messages: {
    zh: ({ written, advice }) => `“${written}”不规范，${advice}。`,
    en: ({ written, adviceEn }) => `"${written}": ${adviceEn}.`,
  },
  find: addresses,
  page: {
    what: "称谓和重要提法的固定写法：总书记前只写姓、“以……总书记为核心”、写漏写错的新时代中国特色社会主义思想（见 data/forms-of-address.ts）。",
    why: "公开文件用规范称谓、完整提法。",
    bad: "学习新时代特色社会主义思想",
    good: "学习新时代中国特色社会主义思想",
    todo: "改为规范写法。",
    en: "Posts take a full name, doctrines their full fixed words.",
  },
  ground: "中国共产党章程（2022年）及中央全会公报用语。",
});
