/**
 * What proofreading a notice of 100,000 characters costs, as a ratio to one plain pass over its text, in one run: the best
 * and the median of many, because the machine is shared.
 *
 * A plain pass is a loop that reads the code of every character once and adds it up in a variable of its own: the least any
 * program can do that looks at each character. The sum must not stand in a variable of a function around it: that is memory,
 * written and read again for each character, which costs a quarter more or four times as much, as the processor sees or
 * doesn't see that what it reads is what it just wrote; by that unit the same proofreading was 41 passes or 70.
 */
import { proofread } from "../../src/proofread";

const SIZE = 100_000;
const RUNS = 200;
const PASSES = 10;

/** A notice of our own, long as a year's: items with problems, statuses, measures, dates, money. */
export function makeNotice(size: number): string[] {
  const lines = [
    "中共××县××局党组关于巡察整改情况的通报",
    "根据县委统一部署，2024年9月9日至11月29日，县委第一巡察组开展了巡察。2025年1月24日反馈了巡察意见，现将整改情况予以公布。",
    "一、整改情况",
  ];
  let length = lines.join("\n").length;
  for (let n = 1; length < size; n++) {
    const item = [
      `${n}.关于“第${n}项制度执行不够到位，督促检查流于形式”的问题。抽查发现，${n + 20}个下属单位中有${n}个台账登记不全，涉及资金${n}.5万元。`,
      n % 3 === 0 ? "整改结果：正在整改。" : "整改结果：完成。",
      `整改情况：一是2025年3月${(n % 28) + 1}日召开专题会议，修订《第${n}项管理办法》（某政办〔2025〕${n}号），明确责任科室；二是组织培训${n}场，覆盖干部职工${n * 3}人次，逐项登记资料，补齐台账${n}份；三是对${n}名责任人批评教育，清退资金${n}.5万元，全部上缴县财政；四是健全长效机制，每季度开展一次自查，检查结果在全系统通报。`,
    ];
    lines.push(...item);
    length += item.join("\n").length + 3;
  }
  lines.push("中共××县××局党组", "2025年12月25日");
  return lines;
}

function timed(work: () => void): number {
  const from = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - from) / 1e6;
}

/** What the processor spent, whoever else it worked for meanwhile; collectors of garbage at its side included. */
function processorTime(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e3;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

/** The sum of all codes, which is of no use but that nothing of the loop can be left out. */
function plainPass(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

/** What one line of nothing else is tried with: unpaired marks, digits, verdicts, lists, blanks. */
const HOSTILE = [
  "（",
  "，",
  "“",
  "《",
  "【",
  "1",
  "完",
  "现",
  "1、",
  "5个、",
  "5%，",
  " ",
  "由从",
  "已完成5个，",
  "其中5个，",
  "目前",
  "金额单位 ",
];

/** Prints what one line of 100,000 characters of each kind costs, as a ratio to a usual text of the same length. */
function runHostile(usual: readonly string[]): void {
  const best = (lines: readonly string[], times: number): number =>
    Math.min(...Array.from({ length: times }, () => processorTime(() => void proofread(lines, {}))));
  const plain = best(usual, 10);
  for (const piece of HOSTILE) {
    const long = [piece.repeat(Math.ceil(SIZE / piece.length))];
    const half = [piece.repeat(Math.ceil(SIZE / 2 / piece.length))];
    const [cost, costOfHalf] = [best(long, 4), best(half, 4)];
    process.stdout.write(
      `one line of ${piece}…: ${(cost / plain).toFixed(2)} of a usual text, ${(cost / costOfHalf).toFixed(1)} of one half as long, ${proofread(long, {}).findings.length} findings\n`,
    );
  }
}

/** Prints milliseconds and ratios: passes and proofreading take turns, so that both meet the same neighbours. */
export function run(): void {
  const lines = makeNotice(SIZE);
  const text = lines.join("\n");
  let sum = 0;
  const plain = (): void => {
    sum ^= plainPass(text);
  };
  const passes: number[] = [];
  const wholes: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    for (let again = 0; again < PASSES; again++) passes.push(timed(plain));
    wholes.push(
      timed(() => {
        sum ^= proofread(lines, {}).findings.length;
      }),
    );
  }
  if (!Number.isInteger(sum)) throw new Error("nothing was read");
  for (const [name, of] of [
    ["best", (times: readonly number[]) => Math.min(...times)],
    ["median", median],
  ] as const) {
    const [pass, whole] = [of(passes), of(wholes)];
    process.stdout.write(
      `${name} of ${text.length} characters: one pass ${pass.toFixed(3)} ms, proofreading ${whole.toFixed(2)} ms, ${(whole / pass).toFixed(1)} passes\n`,
    );
  }
  runHostile(lines);
}
