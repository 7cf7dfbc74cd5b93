/**
 * Rows of counts that break one whole down in several ways: 63个，城东26个、城西37个；一级45个、二级18个. Rows are known by the marks
 * alone, whatever their words: where one of them makes up the whole, another that comes near it and misses it is a slip.
 */
import { STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { valueSum, type ClaimNode, type Paragraph } from "../../reading";
import { OVERLAP, TWICE, TWICE_REACH } from "./common-words";

/** A row that misses its whole. */
interface RowFault {
  readonly whole: ClaimNode;
  readonly members: readonly ClaimNode[];
}

/** Rows that miss the whole by more, in hundredths, are of something else. */
const MOST = 125n;
const LEAST = 90n;
/** So many sentences behind the whole its rows may stand. */
const REACH = 3;

export function rowFaults(paragraph: Paragraph): readonly RowFault[] {
  const { nodes } = paragraph;
  // A whole and two rows of two.
  if (nodes.length < 5) return [];
  const faults: RowFault[] = [];
  const rows = rowsOf(nodes);
  for (let at = 0; at < rows.length; at++) {
    const whole = wholeOf(rows[at]!);
    if (!whole) continue;
    const own: (readonly ClaimNode[])[] = [];
    for (let next = at + 1; next < rows.length; next++) {
      const row = rows[next]!;
      if (row.length < 2 || !isOf(row, whole)) break;
      own.push(row);
      at = next;
    }
    const full = own.filter((row) => valueSum(row) === whole.count.value);
    if (full.length === 0) continue;
    for (const row of own)
      if (!full.includes(row) && misses(row, whole, paragraph)) faults.push({ whole, members: row });
  }
  return faults;
}

/** Counts side by side; a row of one may be the whole of those behind it. */
function rowsOf(nodes: readonly ClaimNode[]): readonly (readonly ClaimNode[])[] {
  const rows: ClaimNode[][] = [];
  nodes.forEach((node, at) => {
    const row = rows[rows.length - 1];
    const previous = nodes[at - 1];
    if (!row || !previous || begins(node, previous, row, nodes[at + 1])) rows.push([node]);
    else row.push(node);
  });
  return rows;
}

/** Whether a count begins a row of its own: behind ；or 。, behind 其中 or a colon, and where 、 begins or ends. */
function begins(
  { count }: ClaimNode,
  { count: previous }: ClaimNode,
  row: readonly ClaimNode[],
  next: ClaimNode | undefined,
): boolean {
  if (count.sentence !== previous.sentence || count.unit !== previous.unit || count.stop <= STOPS.member) return true;
  if (count.lead === "among" || count.bracket !== previous.bracket || LEADS_IN.test(count.gap)) return true;
  if (isPieced(count)) return false;
  return (row.length > 1 && isPieced(previous)) || (next !== undefined && isPieced(next.count));
}

const LEADS_IN = reWith("u")`[：:]|${leads.sorts}[^，。；、\d]{1,8}${leads.sorted}`;
const isPieced = ({ gap }: ClaimNode["count"]): boolean => gap.startsWith("、");

/** The only count of a row, or its first where it names all of them and what follows are its parts no more. */
function wholeOf(row: readonly ClaimNode[]): ClaimNode | null {
  const [first, second] = row;
  if (!first?.count.exact || second || first.count.carrier || first.count.bracket >= 0) return null;
  if (first.count.unit === "人次" || first.count.state !== null) return null;
  return first.part === null || first.count.tellsAll ? first : null;
}

function isOf(row: readonly ClaimNode[], { count: whole }: ClaimNode): boolean {
  return row.every(
    ({ count }) =>
      count.unit === whole.unit &&
      count.exact &&
      count.bracket < 0 &&
      !count.due &&
      count.before !== "" &&
      count.line === whole.line &&
      count.sentence - whole.sentence <= REACH &&
      count.value < whole.value &&
      (count.lead === "none" || count.lead === "among" || count.lead === "rest"),
  );
}

function misses(row: readonly ClaimNode[], { count: { value } }: ClaimNode, { line }: Paragraph): boolean {
  if (row.some(({ count }) => OVERLAP.test(count.before) || count.sides.has("form"))) return false;
  const end = row[row.length - 1]!.count;
  if (TWICE.test(line.plain.slice(end.end, end.end + TWICE_REACH)) || AND_SO_ON.test(end.told)) return false;
  const sum = valueSum(row);
  if (sum > value) return sum * 100n <= value * MOST;
  return (row.length > 2 || row[1]!.count.stop === STOPS.piece) && sum * 100n >= value * LEAST;
}

const AND_SO_ON = /^[^，。；、\d]{0,4}等/u;
