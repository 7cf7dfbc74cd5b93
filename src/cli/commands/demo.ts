/** taizhang demo: the way from a ledger to a proofread notice, on the samples, in a minute. */
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Lang } from "../../rule";
import { parseArguments } from "../args";
import type { Command } from "../command";
import { CliFailure } from "../failure";
import type { Io } from "../io";
import { createPaint, type Paint } from "../paint";
import { isThere } from "../paths";
import { shownName } from "../terminal";
import { inFolder, outputFolder, writeFolder } from "../write-folder";
import { check } from "./check";
import { notice } from "./notice";
import { proofread } from "./proofread";
import { summary } from "./summary";
import { tally } from "./tally";

const FAULTY = "整改台账-有问题的示例.xlsx";
const TIDY = "整改台账-示例.xlsx";
const FACTS = "要素.json";
const DRAFT = "通报稿.txt";
const NOTICE = "通报.docx";
const INSPECTOR = "巡察组=县委第一巡察组";

/** A draft with two slips, as somebody might have typed it from the tidy sample. */
const DRAFT_TEXT =
  "县委第一巡察组反馈的12个具体问题，已完成整改8个，正在整改4个，长期坚持1个，整改完成率59%。\n" +
  "巡察移交的3件信访件，已办结2件，1件正在办理。\n";

interface Step {
  readonly zh: string;
  readonly en: string;
  readonly command: Command;
  readonly args: readonly string[];
  /** Lines of the result that are shown. */
  readonly most: number;
}

const steps = (folder: string): readonly Step[] => {
  const faulty = inFolder(folder, FAULTY);
  const tidy = inFolder(folder, TIDY);
  return [
    {
      zh: "一、核验。这是一份平时常见的台账：逐行看一遍，每条都指到单元格。",
      en: "1. Check. This is an ordinary ledger: every row is checked, and every finding names its cell.",
      command: check,
      args: [faulty],
      most: 20,
    },
    {
      zh: "二、统计。改好以后数一遍：完成率由两个整数算出，口径写在前面。",
      en: "2. Count. The same ledger after corrections: each rate comes from two whole numbers, and how it is counted is stated first.",
      command: tally,
      args: [tidy],
      most: 11,
    },
    {
      zh: "三、综述。同样的数字写成一段话。",
      en: "3. Summary. The same figures as a paragraph.",
      command: summary,
      args: [tidy, "--set", INSPECTOR],
      most: 6,
    },
    {
      zh: "四、通报。连同要素（单位、日期）写成公文格式的 Word；没有的内容空着，不编造。",
      en: "4. Notice. Together with its facts (office, dates) as a Word document; whatever is not known is left open, never invented.",
      command: notice,
      args: [tidy, "--facts", inFolder(folder, FACTS), "-o", inFolder(folder, NOTICE)],
      most: 4,
    },
    {
      zh: "五、校对。有人把数字手敲进了稿子：拿台账对一遍。",
      en: "5. Proofread. Someone typed figures into the draft by hand: it is checked against the ledger.",
      command: proofread,
      args: [inFolder(folder, DRAFT), "--ledger", tidy],
      most: 12,
    },
  ];
};

export const demo: Command = {
  name: "demo",
  zh: "用示例走一遍：核验、统计、综述、通报、校对，一分钟",
  en: "a one-minute tour with samples: check, count, summary, notice, proofreading",
  operands: { zh: "", en: "" },
  options: ["output", "lang", "help"],
  examples: ["taizhang demo", "taizhang demo -o 演示"],
  run: async (args, io, lang) => {
    if (args.files.length > 0) {
      throw new CliFailure(
        "demo 用自带的示例，不需要文件；要指定写入的文件夹，请用 -o，例如 taizhang demo -o 演示。",
        "demo uses its own samples and takes no file; name the folder to write to with -o, for example taizhang demo -o demo.",
      );
    }
    const samples = await samplesFolder();
    const folder =
      args.text("output") === null
        ? await mkdtemp(join(tmpdir(), "taizhang-demo-"))
        : outputFolder(args, "taizhang demo -o 演示");
    await writeFolder(folder, await materials(samples, io));
    const paint = createPaint(io);
    io.out(opening(folder, lang));
    for (const step of steps(folder)) {
      const status = await show(step, io, lang, paint);
      if (status === 2) return 2;
    }
    io.out(ending(folder, lang));
    return 0;
  },
};

const opening = (folder: string, lang: Lang): string =>
  lang === "zh"
    ? `用自带的示例走一遍（单位、人员都是虚构的）。只写入文件夹「${shownName(folder)}」，不联网；随时可按 Ctrl+C 结束。\n`
    : `A tour with the bundled samples (all offices and people are fictitious). It writes only to the folder “${shownName(folder)}” and uses no network; press Ctrl+C to stop.\n`;

const ending = (folder: string, lang: Lang): string =>
  lang === "zh"
    ? `\n走完了。示例和写出的通报在「${shownName(folder)}」，看完可以整个删除。换成自己的台账：taizhang check 台账.xlsx；各命令见 taizhang --help。\n`
    : `\nDone. The samples and the notice are in “${shownName(folder)}”; delete it when you have finished. For your own ledger: taizhang check ledger.xlsx; all commands: taizhang --help.\n`;

/** Runs a command and shows what a person would have typed, and the first lines of what comes. */
async function show({ command, args, most, ...words }: Step, io: Io, lang: Lang, paint: Paint): Promise<number> {
  const line = ["taizhang", command.name, ...args.map(quoted)].join(" ");
  io.out(`\n${paint(words[lang], "bold")}\n$ ${shownName(line)}\n`);
  let text = "";
  const keep = (more: string): void => {
    text += more;
  };
  const status = await command.run(
    parseArguments(args, command.options, command.name),
    { ...io, out: keep, err: keep, errIsTerminal: false },
    lang,
  );
  const lines = text.replace(/\n+$/, "").split("\n");
  const rest = lines.length - most;
  io.out(`${lines.slice(0, most).join("\n")}\n`);
  if (rest > 1) io.out(lang === "zh" ? `……（另有 ${rest} 行）\n` : `… (${rest} more lines)\n`);
  else if (rest === 1) io.out(`${lines[most]}\n`);
  return status;
}

const quoted = (word: string): string => (/[\s"']/.test(word) ? `"${word}"` : word);

/** What the walk reads, as files of its folder. */
async function materials(samples: string, io: Io): Promise<readonly { name: string; bytes: Uint8Array }[]> {
  let facts = "";
  const keep = (more: string): void => {
    facts += more;
  };
  await notice.run(parseArguments(["--facts-example"], notice.options, notice.name), { ...io, out: keep }, "zh");
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  return [
    { name: FAULTY, bytes: new Uint8Array(await readFile(join(samples, FAULTY))) },
    { name: TIDY, bytes: new Uint8Array(await readFile(join(samples, TIDY))) },
    { name: FACTS, bytes: text(facts) },
    { name: DRAFT, bytes: text(DRAFT_TEXT) },
  ];
}

/** The samples come with the package, above the program's own folder. */
async function samplesFolder(): Promise<string> {
  for (let folder = __dirname, up = 0; up < 5; folder = dirname(folder), up += 1) {
    const samples = join(folder, "samples");
    if (await isThere(join(samples, FAULTY))) return samples;
  }
  throw new CliFailure(
    "没有找到自带的示例台账（samples 文件夹）；请重新安装 taizhang。",
    "The bundled sample ledgers (folder samples) are missing; reinstall taizhang.",
    "samples",
  );
}
