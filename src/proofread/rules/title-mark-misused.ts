import { charTable, isIn } from "../../zh/plain";
import { reWith } from "../../zh/pattern";
import { noticeStyle as words } from "../../zh/words/notice-style";
import { placeOf, type Line, LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly inner: string };

const HELD = reWith("u")`${words.held}$`;
const CAMPAIGN = reWith("u")`${words.campaign}$`;
const HOLDING = reWith("u")`${words.holding}[了过]?[^，。；、《》]{0,10}$`;
/** 按照《…会议》要求 */
const FOLLOWING = reWith("u")`${words.following}[了过]?[^，。；、《》]{0,6}$`;
const STUDYING = reWith("u")`${words.studying}[了过]?[^，。；、《》]{0,4}$`;
const SPIRIT = /^精神(?!传达)/u;
const MEETING = reWith("u")`${words.meeting}$`;
const FOLLOWED = reWith("u")`^${words.followed}`;
const ABOUT = "关于";
const HELD_AFTER = reWith("u")`^[^，。；、《》]{0,6}?${words.heldAfter}`;
/** What names of meetings and campaigns end in. */
const LASTS = charTable(`月周日年程${words.held.map((word) => word.slice(-1)).join("")}`);
const LONGEST = 40;

function* inLine(line: Line): Generator<ProofHit<Data>> {
  const text = line.plain;
  for (let open = text.indexOf("《"); open >= 0; open = text.indexOf("《", open + 1)) {
    const close = text.indexOf("》", open);
    if (close < 0) return;
    if (close - open > LONGEST || !isIn(LASTS, text, close - 1)) continue;
    const inner = text.slice(open + 1, close);
    const before = text.slice(Math.max(0, open - 16), open);
    const after = text.slice(close + 1, close + 12);
    const held = HOLDING.test(before);
    // 传达学习《…会议》精神
    const studied = STUDYING.test(before) && SPIRIT.test(after) && MEETING.test(inner) && !inner.startsWith(ABOUT);
    const followed = FOLLOWING.test(before) && FOLLOWED.test(after) && !inner.startsWith(ABOUT);
    if (
      !studied &&
      !((held || followed) && HELD.test(inner)) &&
      !(held && CAMPAIGN.test(inner) && HELD_AFTER.test(after))
    )
      continue;
    // 召开会议学习《…大会》 names a text; 召开《…大会》精神传达会 too.
    if ((!studied && /^[^，。；、]{0,2}精神/u.test(after)) || inner.includes("《")) continue;
    yield { place: placeOf(line.index, open, close + 1), data: { inner: line.text.slice(open + 1, close) } };
  }
}

export const titleMarkMisused = defineProofRule<Data>({
  alias: "title-mark-misused",
  code: "P715",
  severity: "warning",
  name: { zh: "会议、活动用了书名号", en: "title marks on a meeting or campaign" },
  messages: {
    zh: ({ inner }) => `“${inner}”是会议或活动，不用书名号，可用引号或不加标点。`,
    en: ({ inner }) => `“${inner}” is a meeting or campaign and takes no title marks.`,
  },
  find: function* (context: ProofContext) {
    for (const line of signed(context.lines, LINE_SIGN.title)) if (line.marks.length > 1) yield* inLine(line);
  },
  page: {
    what: "召开、举办、开展的会议和活动，传达学习的会议（精神），名称用了书名号。会议的纪要、方案、讲话等文件照用书名号，不报。",
    why: "书名号用于书刊、文件等作品的名称，会议、活动不是作品。",
    bad: "开展《纪律教育月》活动。",
    good: "开展“纪律教育月”活动。",
    todo: "改用引号，或去掉书名号。",
    en: "Meetings and campaigns in 《》.",
  },
  ground: "GB/T 15834—2011 书名号的用法。",
});
