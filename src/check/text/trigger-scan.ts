/**
 * A first look at a text, character by character, that lets most texts of finished matters pass without an expression:
 * whether any trigger word of findPending may begin in it. May say yes for nothing; never no for a trigger.
 */

/** Words by their first two characters; a pair is enough for a first look. */
const PAIRS =
  "尚未 仍未 还未 暂未 一直 至今 迟迟 还没 尚没 尚无 仍无 暂无 未能 尚待 有待 亟待 尚需 仍需 还需 尚在 仍在 还在 尚处 仍处 还处 还差 " +
  "未完 未整 未启 未落 未到 未办 未建 未验 未批 未拨 未支 未收 未开 未竣 未销 未解 没有 没完 无法 暂时 目前 暂缓 推迟 延期 " +
  "正在 正积 正抓 正加 正有 正稳 正按 正由 正处 正着 正全 正组 正逐 正协 正筹 正与 " +
  "下步 下阶 接下 后续 近期 近日 不日 争取 力争 预计 计划 尽快 尽早 早日 抓紧 等待 即将";

/** What a character can be for a trigger; most are nothing. */
const PLAIN = 0;
const PAIR = 1;
const ALONE = 2;
const WILL = 3;
const NEXT = 4;
const MIDST = 5;
const AFTER = 6;

const CLASSES = new Uint8Array(65536);
const SECONDS = new Set<number>();
for (const pair of PAIRS.split(" ")) {
  CLASSES[pair.charCodeAt(0)] = PAIR;
  SECONDS.add(pairKey(pair, 0));
}
for (const [chars, kind] of [
  ["拟待前%％", ALONE],
  ["将", WILL],
  ["下", NEXT],
  ["中", MIDST],
  ["后", AFTER],
] as const) {
  for (const char of chars) CLASSES[char.charCodeAt(0)] = kind;
}

/** Every character that is something. */
const MARKED = new RegExp(
  `[${[...CLASSES.keys()]
    .filter((code) => CLASSES[code] !== PLAIN)
    .map((code) => String.fromCharCode(code))
    .join("")}]`,
);

/** Whether a trigger may be there. One pass, no allocation. */
export function mayHoldTrigger(text: string): boolean {
  // One class of characters is what expressions are fastest at; it leads past the part where nothing stands.
  const begin = text.search(MARKED);
  if (begin < 0) return false;
  for (let i = begin; i < text.length; i++) {
    const kind = CLASSES[text.charCodeAt(i)];
    if (kind === PLAIN) continue;
    switch (kind) {
      case PAIR:
        if (isPair(text, i)) return true;
        break;
      case WILL:
        if (lastingEnd(text, i + 1) < 0) return true;
        break;
      case NEXT: {
        if (isPair(text, i)) return true;
        const from = endOfNext(text, i);
        if (from < 0) break;
        const end = lastingEnd(text, from);
        if (end < 0) return true;
        // The lasting effort says it all, its 将 too.
        i = end - 1;
        break;
      }
      case MIDST:
        if (endsClause(text.charCodeAt(i + 1))) return true;
        break;
      case AFTER:
        if (isPair(text, i) || isApproval(text.charCodeAt(i - 2))) return true;
        break;
      default:
        return true;
    }
  }
  return false;
}

/** Two ideographs as one small whole number (below 2^30, which engines keep unboxed); -1 for anything else. */
function pairKey(text: string, at: number): number {
  const first = text.charCodeAt(at) - 0x4e00;
  const second = text.charCodeAt(at + 1) - 0x4e00;
  return first >= 0 && first < 0x5200 && second >= 0 && second < 0x5200 ? first * 32768 + second : -1;
}

function isPair(text: string, at: number): boolean {
  return SECONDS.has(pairKey(text, at));
}

/** Position behind 下一步 or 下一阶段, -1 where neither stands. */
function endOfNext(text: string, at: number): number {
  if (text.startsWith("一步", at + 1)) return at + 3;
  return text.startsWith("一阶段", at + 1) ? at + 4 : -1;
}

/** What may stand between 下一步 or 将 and the lasting effort. */
const BETWEEN = "，,还也要会将";
/** Beginnings of words of lasting effort: no plan that could be finished. */
const LASTING = "继续 持续 进一步 不断 严格 加强 加大 巩固 深化 强化 坚持 常态化 定期 长期 举一反三 健全 认真 切实";
const LASTING_PAIRS = new Set(LASTING.split(" ").map((word) => pairKey(word, 0)));

/** Position behind the beginning of a lasting effort that stands at a position, -1 without one. */
function lastingEnd(text: string, at: number): number {
  let i = at;
  while (i < at + 3 && i < text.length && BETWEEN.includes(text.charAt(i))) i++;
  return LASTING_PAIRS.has(pairKey(text, i)) ? i + 2 : -1;
}

/** End of text, or a mark behind which 推进中 can stand. */
function endsClause(code: number): boolean {
  return (
    Number.isNaN(code) ||
    code === 0x0a ||
    code === 0x0d ||
    code === 0xff0c ||
    code === 0x2c ||
    code === 0x3002 ||
    code === 0xff1b ||
    code === 0x3b ||
    code === 0x3001 ||
    code === 0xff09 ||
    code === 0x29 ||
    code === 0xff1a ||
    code === 0x3a ||
    code === 0xff01 ||
    code === 0x21 ||
    code === 0xff1f ||
    code === 0x3f
  );
}

/** 通过后 同意后 合格后 审核后 审批后 批复后 评审后 审定后 审议后 批准后 验收后 论证后, by the character before the last. */
function isApproval(code: number): boolean {
  switch (code) {
    case 0x901a: // 通
    case 0x540c: // 同
    case 0x5408: // 合
    case 0x5ba1: // 审
    case 0x6279: // 批
    case 0x8bc4: // 评
    case 0x9a8c: // 验
    case 0x8bba: // 论
      return true;
    default:
      return false;
  }
}
