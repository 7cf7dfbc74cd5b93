import { oneChange } from "../against/near-text";
import { bodyOfTitle, isBody } from "../../zh/bodies";
import { reWith } from "../../zh/pattern";
import { bodies } from "../../zh/words/bodies";
import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly title: string; readonly how: "near" | "far" | "ledger" };

/** The body that signs against the one the title names, and the one the ledger's title names. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { signature, title } = context.document;
  if (!signature) return;
  const text = context.lines[signature.line]?.plain.slice(signature.start, signature.end) ?? "";
  const written = text.replace(/\s+/gu, "");
  const named = title && !title.text.includes("【") ? nameIn(title.text) : "";
  const place = placeOf(signature.line, signature.start, signature.end);
  const how = named === "" ? null : differs(written, named, context);
  if (title && how !== null) {
    const data = { written, title: named, how };
    yield { place, data };
    // Either may be the wrong one.
    const at = context.lines[title.firstLine];
    if (at) yield { place: placeOf(at.index, at.indent, at.text.trimEnd().length), data, severity: "info" };
    return;
  }
  const inLedger = ledgerBody(context);
  if (inLedger !== null && !context.mayBeOneUnit(written, inLedger))
    yield { place, data: { written, title: inLedger, how: "ledger" } };
}

/** The words before 关于; a title without them may name its body before a month. */
function nameIn(title: string): string {
  const text = title.replace(/\s+/gu, "");
  return text.includes("关于") ? (text.split("关于", 1)[0] ?? "") : (bodyOfTitle(text) ?? "");
}

const COMMITTEE = reWith("u")`${bodies.committee}$`;

/** 某局委员会 is 某局党委. */
function sameCommittee(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => name.replace(COMMITTEE, ""));
  return x === y && x !== a && y !== b;
}

function differs(written: string, named: string, { mayBeOneUnit }: ProofContext): "near" | "far" | null {
  // 某局 signs for 某局党组: one name goes on where the other ends.
  if (named.includes(written) || written.includes(named) || sameCommittee(written, named)) return null;
  const mayBeOne = mayBeOneUnit(written, named);
  // 卫健委 for 卫生健康委: several characters fewer are a short form, one is a slip.
  if (mayBeOne && Math.abs(written.length - named.length) > 1) return null;
  if (oneChange(written, named) !== null) return "near";
  return isBody(named) && isBody(written) && !mayBeOne ? "far" : null;
}

/** The one body the titles of the ledger's tables name. */
function ledgerBody({ ledger }: ProofContext): string | null {
  const names = new Set(ledger?.reading.ledgers.map((table) => bodyOfTitle(table.layout.title)) ?? []);
  // 某局 and ××局 stand for any.
  const [name] = names;
  return names.size === 1 && name && !/[某×○]/u.test(name) ? name : null;
}

export const signerDiffers = defineProofRule<Data>({
  alias: "signer-differs",
  code: "P714",
  severity: "warning",
  name: { zh: "署名与标题单位不一", en: "signature and title name different bodies" },
  messages: {
    zh: ({ written, title, how }) =>
      how === "near"
        ? `署名“${written}”与标题的“${title}”有一处不同，请核对单位名称。`
        : `署名“${written}”与${how === "ledger" ? "台账" : ""}标题的“${title}”不是一个单位，请核对。`,
    en: ({ written, title, how }) =>
      `Signed “${written}”, but the ${how === "ledger" ? "ledger's title" : "title"} names “${title}”.`,
  },
  find,
  page: {
    what: "文末署名与标题的单位名称不同，与台账一起核对时也看台账标题的单位。简称、全称的长短不同不报。",
    why: "单位名称写错，通报就不是本单位的通报。",
    bad: "标题：中共××县财政局党组关于……；署名：中共××县民政局党组",
    good: "两处一致。",
    todo: "统一单位名称。",
    en: "The signing body against the one in the title.",
  },
  ground: "GB/T 9704—2012 7.3.5：发文机关署名用全称或规范化简称。",
});
