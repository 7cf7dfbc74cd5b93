/**
 * Finds words that say a matter is finished as a whole, for rule open-but-done-text. Finished parts (已完成摸底, 3项已整改)
 * are what an open matter reports, and harmless; so is everything beside words that say something is left.
 */
import type { CivilDate } from "./civil-date";
import { surround, type Surroundings } from "./clause";
import { maskQuoted } from "./mask";
import { createPairScan } from "./pair-scan";
import { findPending, type PendingWords } from "./pending";

/** Longer forms first: an alternation takes the first that fits. */
const CLAIMS = new RegExp(
  `(?:已经|均已|已|全部|全面|彻底)?(?:${[
    "完成整改",
    "整改完成",
    "整改到位",
    "整改完毕",
    "整改销号",
    "落实到位",
    "解决到位",
    "办理完毕",
    "办理完结",
    "全部完成",
    "全部整改到位",
    "全部完成整改",
    "全部落实到位",
    "得到解决",
    "销号闭环",
  ].join("|")})|(?:已|均已|全部|彻底)(?:整改|解决|完成|落实|办结|销号|闭环)`,
  "g",
);
const BARE =
  /^(?:目前|现)?[，,]?(?:已经?|均已|全部|已全部)?(?:完成整改|整改完成|整改到位|整改完毕|办结|销号|完成|落实|整改|办理完毕|闭环|落实到位)[。.！!；;]?$/;
const ASSERTED =
  /(?:已|已经|均|均已|全部|现已|已全部|全面|彻底|如期|按期|全都)(?:全部|全面|彻底|如期|按期|按时|按要求|圆满)?$/;
const DENYING =
  /未|没|尚|不|待|拟|计划|争取|力争|确保|要求|督促|直至|直到|推动|预计|将|须|应|如|若|凡|是否|正在|责令|力求|保证|可|能/;
const PARTIAL =
  /部分|其中|个别|基本|阶段|初步|前期|首批|第一批|一期|大部分|多数|大多|有[0-9一二三四五六七八九十]|[0-9一二三四五六七八九十两几](?:个|项|家|户|人|条|处|名|份|起|件|台|笔|所|村|镇|乡|公里|万|％|%)|除|余/;
const WHOLE_SUBJECT =
  /(?:该|此|本|这)(?:项|个|一)?(?:问题|事项|任务|工作|措施|件)|(?:问题|事项|信访件|任务|措施|整改任务|整改事项|反馈问题)(?:均|都|全部|已|现|目前)*$|上述|以上|所有|各项/;
const ENUMERATION = /一是|二是|（1）|\(1\)|①|第一[，,]|1[.．、]/;

/** Every claim holds one of these. */
const holdsClaimWord = createPairScan("完成 整改 落实 解决 办理 得到 销号 办结 闭环".split(" "));

/** Whether a text holds a claim at all. */
export function mayClaimDone(text: string): boolean {
  if (!holdsClaimWord(text)) return false;
  return text.search(CLAIMS) >= 0 || BARE.test(text.length <= 20 ? text.trim() : "");
}

/**
 * The words that claim the whole is done; null without such a claim or where the same text also says what is left.
 * @example findDoneClaim("该问题已全部整改到位。", asOf) // "该问题已全部整改到位"
 */
export function findDoneClaim(text: string, asOf: CivilDate, words?: PendingWords): string | null {
  const plain = maskQuoted(text).trim();
  if (plain.length <= 16 && BARE.test(plain)) return plain.replace(/[。.！!；;]$/, "");
  let claim: Surroundings | null = null;
  const listed = ENUMERATION.test(plain);
  for (const hit of plain.matchAll(CLAIMS)) {
    const s = surround(plain, hit.index, hit[0]);
    if (!isWholeClaim(s, listed)) continue;
    claim = s;
    break;
  }
  if (claim === null || findPending(text, asOf, words) !== null || hasRemainder(plain)) return null;
  const quote = text.trim().slice(claim.start, claim.end).trim();
  return quote.length > 60 ? `${quote.slice(0, 60)}…` : quote;
}

function isWholeClaim(s: Surroundings, listed: boolean): boolean {
  // Something follows that narrows the claim: 已整改到位的, 完成整改率, 已完成摸底.
  if (!/^(?:（[^）]{0,20}）|[、）)])?$/.test(s.after)) return false;
  // 如期 and 按要求 are manners, not conditions.
  const said = s.before.replace(/如期|按要求|能够/g, "");
  if (DENYING.test(said) || PARTIAL.test(said)) return false;
  const asserted = /^(?:已|均已|全|彻底)/.test(s.word) || ASSERTED.test(s.before);
  if (!asserted) return false;
  const subject = s.before.replace(
    /(?:目前|现|截至目前|均|都|全部|已|已经|全面|彻底|如期|按期|按时|按要求|得到)+$/,
    "",
  );
  const whole = subject === "" || WHOLE_SUBJECT.test(s.before) || WHOLE_SUBJECT.test(subject);
  if (!whole) return false;
  return !listed || WHOLE_SUBJECT.test(s.before);
}

/** Words that say something is left, beyond those findPending knows. */
function hasRemainder(text: string): boolean {
  return /剩余|其余|余下|还有|尚有|仍有|未|部分|阶段性|持续推进|持续整改|长期|逐步|分批|陆续|正[在按]/.test(text);
}
