import { isHan } from "../../zh/plain";
import { placeOf, type Line, type Place, LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { nameVariant as words } from "../../zh/words/companies";

type Data = { readonly variant: string; readonly full: string; readonly line: number };

const GENERIC: ReadonlySet<string> = new Set(words.generic);
const STOPS = "因对由与和向在至将把被给从为的是了经及到按请以归于";
const LONGEST = 24;
/** Trade names with several full names that are looked into. */
const MOST_HEADS = 100;

interface Mention extends Place {
  readonly name: string;
  readonly head: string;
}

const MENTIONS_TEXT = reWith("gu")`${words.mentionsText}`;
const MENTIONS_PLACE = reWith(
  "u",
)`^(?:[\u4e00-\u9fff]{2,3}${words.mentionsPlace[0]})?(?:[\u4e00-\u9fff]{1,3}${words.mentionsPlace[1]})?`;

/** Names of enterprises and service centres with a distinctive head of two characters. */
function* mentions(line: Line): Generator<Mention> {
  const { plain } = line;
  let last = 0;
  for (const match of plain.matchAll(MENTIONS_TEXT)) {
    const end = match.index + match[0].length;
    if (match.index < last || (match[0] === "厂" && /[房区商长家矿]/u.test(plain[end] ?? ""))) continue;
    let start = match.index;
    while (
      start > last &&
      match.index - start < LONGEST &&
      isHan(plain.charCodeAt(start - 1)) &&
      !STOPS.includes(plain[start - 1] ?? "")
    )
      start--;
    for (const verb of words.verbs) if (plain.startsWith(verb, start)) start += verb.length;
    let name = plain.slice(start, end);
    const place = MENTIONS_PLACE.exec(name)?.[0] ?? "";
    if (place.length > 0 && name.length - place.length >= 4) {
      start += place.length;
      name = name.slice(place.length);
    }
    last = end;
    const suffix = words.suffixes.find((text) => name.endsWith(text));
    if (!suffix || name.length - suffix.length < 2) continue;
    yield { line: line.index, start, end, name, head: name.slice(0, 2) };
  }
}

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const byHead = new Map<string, Mention[]>();
  for (const line of signed(context.lines, LINE_SIGN.company)) {
    for (const mention of mentions(line)) {
      const list = byHead.get(mention.head);
      if (list) list.push(mention);
      else byHead.set(mention.head, [mention]);
    }
  }
  let looked = 0;
  for (const [head, list] of byHead) {
    const names = new Set(list.map((mention) => mention.name));
    if (names.size < 2 || looked++ > MOST_HEADS || GENERIC.has(head)) continue;
    const full = list.reduce((best, mention) => (mention.name.length > best.name.length ? mention : best));
    if (context.lines.some((line) => line.plain.includes("以下简称") && line.plain.includes(head))) continue;
    const told = new Set<string>([full.name]);
    for (const mention of list) {
      if (told.has(mention.name)) continue;
      told.add(mention.name);
      if (!isLikelySame(mention.name, full.name) || isPlaceName(context, head)) continue;
      yield {
        place: placeOf(mention.line, mention.start, mention.end),
        data: { variant: mention.name, full: full.name, line: full.line + 1 },
      };
    }
  }
}

const LIKELY_SAME_REST = reWith("u")`${words.likelySameRest}`;

/** The short name runs through the long one, or both share a word besides the trade name. */
function isLikelySame(name: string, full: string): boolean {
  let at = 0;
  for (const char of full) if (char === name[at]) at++;
  if (at === name.length) return true;
  const rest = name.slice(2).replace(LIKELY_SAME_REST, "");
  for (let i = 0; i + 2 <= rest.length; i++) if (full.slice(2).includes(rest.slice(i, i + 2))) return true;
  return false;
}

/** ×× in ××县: names of one place share it without being one enterprise. */
function isPlaceName(context: ProofContext, head: string): boolean {
  return context.lines.some((line) => {
    for (let at = line.plain.indexOf(head); at >= 0; at = line.plain.indexOf(head, at + 1))
      if ("省市县区州".includes(line.plain[at + 2] ?? " ")) return true;
    return false;
  });
}

export const nameVariant = defineProofRule<Data>({
  alias: "name-variant",
  code: "P712",
  severity: "warning",
  name: { zh: "同一单位名称写法不一", en: "one organisation under several names" },
  messages: {
    zh: ({ variant, full, line }) => `“${variant}”与第${line}行“${full}”疑为同一单位，请统一名称，或注明简称。`,
    en: ({ variant, full, line }) =>
      `“${variant}” may be “${full}” (line ${line}); use one name or define the short one.`,
  },
  find,
  page: {
    what: "公司、厂、服务中心的名称，字号（前两字）相同而全称不同；注明“以下简称”的、字号是地名的不报。每种写法报一处。",
    why: "同一企业写成两个名字，读者会以为是两家。",
    bad: "××餐具清洗服务有限公司……××餐具厂",
    good: "××餐具清洗服务有限公司（以下简称××公司）",
    todo: "统一为登记名称。",
    en: "Enterprises with the same trade name and different full names.",
  },
  ground: "《企业名称登记管理规定》：企业只能登记一个名称。",
});
