/** Days and shares in a clause: 9月底前到期的, 进度60%至80%之间的, 截至11月30日. */
import type { CivilDate } from "../../../zh/civil-date";
import { reWith } from "../../../zh/pattern";
import { bareFigures } from "../../../zh/words/bare-figures";
import { ledgerTerms as words } from "../../../zh/words/ledger-terms";
import type { Reading } from "../../../ledger";
import type { DateToken } from "../../../reading";
import { hasRole } from "./asking";
import type { Facet, Items } from "./facets";
import type { Piece } from "./segments";
import { dueBy } from "./statuses";
import type { Vocabulary } from "./vocabulary";

const UNTIL = reWith("u")`${bareFigures.until}$`;
const TERM = reWith("u")`(?:${words.termEnds})(?:${words.links})?$`;

/**
 * Pieces of a clause with its days made into words: the ledger's own day says nothing, one that things fall due on sorts
 * them, any other is not understood.
 * @returns null where the clause tells of another day than the ledger's
 */
export function withDays(
  pieces: readonly Piece[],
  plain: string,
  { reading, asOf }: { readonly reading: Reading; readonly asOf: CivilDate },
): readonly Piece[] | null {
  const out: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) break;
    if (piece.type !== "date") {
      out.push(piece);
      continue;
    }
    const head = plain.slice(Math.max(0, piece.start - 8), piece.start);
    if (UNTIL.test(head)) {
      if (!isDay(piece.token, asOf)) return null;
      continue;
    }
    // 2026年共认定26项: of the ledger's own year.
    if (
      piece.token.month === null &&
      piece.token.part === "" &&
      piece.token.year !== null &&
      fullYear(piece.token.year) === asOf.year
    )
      continue;
    let end = at + 1;
    let isBy = false;
    for (; hasRole(pieces[end], "byThen") || hasRole(pieces[end], "dayEnd"); end++)
      if (hasRole(pieces[end], "byThen")) isBy = true;
    const due = hasRole(pieces[end], "dueOn");
    const { month, day, part } = piece.token;
    if (month === null || (!due && !TERM.test(head)) || !PLAIN_PARTS.has(part)) {
      out.push({ type: "other", start: piece.start, end: piece.end });
      continue;
    }
    const later = hasRole(pieces[at - 1], "nextYear") ? 1 : 0;
    const year = piece.token.year === null ? asOf.year + later : fullYear(piece.token.year);
    const last = pieces[due ? end : end - 1];
    out.push({
      type: "facet",
      facet: dueBy(reading, { year, month, day }, isBy),
      start: piece.start,
      end: last?.end ?? piece.end,
    });
    at = due ? end : end - 1;
  }
  return out;
}

const PLAIN_PARTS: ReadonlySet<string> = new Set(["", ...words.dayEnds]);

function fullYear(year: number): number {
  const CENTURY = 2000;
  return year < 100 ? CENTURY + year : year;
}

function isDay({ year, month, day, part }: DateToken, asOf: CivilDate): boolean {
  if (year !== null && fullYear(year) !== asOf.year) return false;
  return month === asOf.month && (day === null ? part !== "初" : day === asOf.day);
}

/** 进度60%至80%之间的: shares of progress before a number sort what it counts. */
export function withShares(pieces: readonly Piece[], { progress, all }: Vocabulary): readonly Piece[] {
  const number = pieces.map(({ type }) => type).lastIndexOf("number");
  const shares = pieces.flatMap((piece, at) => (piece.type === "percent" && at < number ? [{ piece, at }] : []));
  const [first, second] = shares;
  if (progress === null || !first || shares.length > 2) return pieces;
  const from = first.at;
  const to = second?.at ?? from;
  const shareOf = (token: { mantissa: number; decimals: number }): number => token.mantissa / 10 ** token.decimals;
  const low = shareOf(first.piece.token);
  const high = second ? shareOf(second.piece.token) : low;
  const around = pieces.filter((_piece, at) => at < number);
  const test = (holds: (share: number) => boolean): Items =>
    new Set([...all].filter((item) => progress.has(item) && holds(progress.get(item) ?? 0)));
  const picks = second
    ? [
        test((share) => share >= low && share <= high),
        test((share) => share > low && share < high),
        test((share) => share >= low && share < high),
        test((share) => share > low && share <= high),
      ]
    : around.some((piece) => hasRole(piece, "below"))
      ? [test((share) => share < low), test((share) => share < low && share > 0)]
      : around.some((piece) => hasRole(piece, "above"))
        ? [
            test((share) => share >= low),
            test((share) => share > low),
            test((share) => share >= low && share < HUNDRED),
          ]
        : [test((share) => share === low)];
  const facet: Facet = { by: "progress", text: `${low}%${second ? `—${high}%` : ""}`, picks };
  // What joins the two shares is theirs.
  return [
    ...pieces.slice(0, from),
    { type: "facet", facet, start: first.piece.start, end: (second ?? first).piece.end },
    ...pieces.slice(to + 1),
  ];
}

const HUNDRED = 100;
