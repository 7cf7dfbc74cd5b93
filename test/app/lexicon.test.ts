/** The office's own words as people write them. */
import { lexiconEntries, lexiconOfEntries, mergeLexicons } from "../../src/app/lexicon";
import { lexiconFile, readLexiconFile } from "../../src/app/lexicon-file";
import { KNOWN_NAMES } from "../../src/app/known-names";
import { DEFAULT_SETTINGS, settingsFrom, settingsToJson } from "../../src/app/settings";
import { proofreadDraft } from "../../src/app/proofread-draft";
import { createSession } from "../../src/app/session/session";
import { createMemoryStore } from "../../src/app/session/entries";
import { NO_LEXICON, type OfficeLexicon } from "../../src/ledger";
import { createMemoryHost } from "../hosts/memory-host";
import { environment } from "./session/environment";

const WHERE = { zh: "词表「词表.json」", en: "The word list “词表.json”" };
const WORDS: OfficeLexicon = {
  headers: { 堵点描述: "problem", 办得怎样: "status" },
  statuses: { 过关: "done", "待销.": "ongoing" },
  units: { 县卫生健康局: ["卫健局"] },
  pending: ["走流程中"],
  harmless: ["争创文明单位"],
  misspellings: { 签定: "签订", 账户帐: "账户账" },
};
const problemsOf = (lexicon: unknown) => {
  const outcome = settingsFrom({ lexicon }, KNOWN_NAMES, DEFAULT_SETTINGS, WHERE);
  return outcome.ok ? [] : outcome.problems;
};

it("is written as 词表.json and read again, which is a settings file as well", () => {
  const text = lexiconFile(WORDS);
  expect(readLexiconFile(text, WHERE)).toEqual({ lexicon: WORDS, columns: [], templates: new Map() });
  const outcome = settingsFrom({ $schema: "settings.schema.json", ...JSON.parse(text) }, KNOWN_NAMES);
  expect(outcome).toMatchObject({ ok: true, settings: { lexicon: WORDS } });
  if (outcome.ok) expect(settingsFrom(settingsToJson(outcome.settings), KNOWN_NAMES)).toEqual(outcome);
  expect(settingsToJson(DEFAULT_SETTINGS)).not.toHaveProperty("lexicon");
});

it("takes fields and statuses by what they are called", () => {
  const outcome = settingsFrom({ lexicon: { headers: { 堵点: "问题" }, statuses: { 过关: "已完成" } } }, KNOWN_NAMES);
  expect(outcome).toMatchObject({
    ok: true,
    settings: { lexicon: { headers: { 堵点: "problem" }, statuses: { 过关: "done" } } },
  });
});

it.each<[string, unknown, string, string]>([
  ["no object", [], "lexicon", "应是一份词表"],
  ["an unknown part", { status: {} }, "lexicon", "没有“status”这一组，可用的有 headers、statuses"],
  [
    "an unknown status",
    { statuses: { 过关: "ok" } },
    "lexicon.statuses.过关",
    '应是一种状态，现在是 "ok"；可用的有 done',
  ],
  ["an unknown field", { headers: { 堵点: "堵点" } }, "lexicon.headers.堵点", "应是一个字段"],
  [
    "a word of ours with another meaning",
    { statuses: { 已完成: "ongoing" } },
    "lexicon.statuses.已完成",
    "本来就读作“已完成”",
  ],
  ["a phrase of one character", { pending: ["办"] }, "lexicon.pending", "应有 2 至 40 字"],
  ["a part of the wrong form", { units: ["卫健局"] }, "lexicon.units", "应是一组词语"],
  ["a misspelling of one character", { misspellings: { 帐: "账" } }, "lexicon.misspellings.帐", "至少要有两个字"],
  ["a misspelling that is right", { misspellings: { 签订: "签订" } }, "lexicon.misspellings.签订", "应是对的写法"],
])("%s is told in a sentence with a right one", (_name, lexicon, option, sentence) => {
  const [problem, ...more] = problemsOf(lexicon);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ option });
  expect(problem?.zh).toContain(sentence);
  expect(problem?.zh).toMatch(/^词表「词表\.json」的 lexicon.*；例如 "lexicon": \{.*\}。$/);
  expect(problem?.en).toMatch(/; for example "lexicon": \{.*\}\.$/);
});

it("tells what is no word list at all", () => {
  const sentences = ["{", "{}", "3"].map((text) => readLexiconFile(text, WHERE));
  expect(sentences.map((read) => ("problems" in read ? read.problems[0]?.zh : ""))).toEqual([
    expect.stringContaining("不是有效的 JSON"),
    expect.stringContaining("里没有 lexicon"),
    expect.stringContaining("里没有 lexicon"),
  ]);
});

it("is kept word by word, whatever stands in a word", () => {
  expect({ ...NO_LEXICON, ...lexiconOfEntries(lexiconEntries(WORDS)) }).toEqual(WORDS);
});

it("adds two lists; of the same word the second holds", () => {
  const other = { ...NO_LEXICON, statuses: { 过关: "basic" as const }, pending: ["走流程中", "排队中"] };
  expect(mergeLexicons(WORDS, other)).toMatchObject({
    statuses: { 过关: "basic", "待销.": "ongoing" },
    pending: ["走流程中", "排队中"],
    harmless: ["争创文明单位"],
  });
});

describe("a word taught", () => {
  const sheet = {
    name: "整改台账",
    values: [
      ["序号", "问题", "责任单位", "整改时限", "整改状态", "整改进展"],
      [1, "某制度未落实", "办公室", "2025年12月底前", "过关", "材料在排队"],
      [2, "某台账不全", "财务股", "2025年12月底前", "正在整改", "已开会"],
    ],
  };
  const openWith = async (store = createMemoryStore()) => {
    const session = createSession({ ...environment(), store });
    await session.open(createMemoryHost([sheet]));
    await session.check();
    return session;
  };
  const doneOf = (session: Awaited<ReturnType<typeof openWith>>) => session.tally()?.kinds[0]?.byStatus.done.value;
  const rulesOf = (session: Awaited<ReturnType<typeof openWith>>) =>
    session.findings()?.findings.map((finding) => finding.rule) ?? [];

  it("is read with at once, is one step that is undone and redone, and is there at the next opening", async () => {
    const store = createMemoryStore();
    const session = await openWith(store);
    expect([doneOf(session), rulesOf(session).includes("status-unknown")]).toEqual([0, true]);
    await session.teach({ ...NO_LEXICON, statuses: { 过关: "done" } });
    expect([doneOf(session), rulesOf(session).includes("status-unknown")]).toEqual([1, false]);
    expect(session.getSnapshot()).toMatchObject({ activity: { action: "teach", state: "done" } });
    await session.undo();
    expect([doneOf(session), rulesOf(session).includes("status-unknown")]).toEqual([0, true]);
    await session.redo();
    expect(doneOf(session)).toBe(1);
    const later = await openWith(store);
    expect(doneOf(later)).toBe(1);
    expect(later.getSnapshot().settings.lexicon.statuses).toEqual({ 过关: "done" });
  });

  it("two words of two steps are two entries: the first stays when the second is taken back", async () => {
    const session = await openWith();
    await session.teach({ ...NO_LEXICON, statuses: { 过关: "done" } });
    await session.teach({ ...NO_LEXICON, pending: ["在排队"] });
    expect(rulesOf(session)).toContain("done-but-pending-text");
    await session.undo();
    expect(rulesOf(session)).not.toContain("done-but-pending-text");
    expect(doneOf(session)).toBe(1);
  });

  it("that cannot be taken is told, and changes nothing", async () => {
    const session = await openWith();
    const outcome = await session.teach({ ...NO_LEXICON, statuses: { 正在整改: "done" } });
    expect(outcome).toMatchObject({ ok: false, problems: [{ option: "lexicon.statuses.正在整改" }] });
    expect(doneOf(session)).toBe(0);
  });
});

it("finds the office's misspellings in a notice, not inside their right form", () => {
  const lexicon = { ...NO_LEXICON, misspellings: { 联糸: "联系", 甲乙: "甲乙丙" } };
  const found = proofreadDraft(["请联糸办公室。", "已经甲乙，另附甲乙丙。"], null, { settings: { lexicon } }).findings;
  expect(
    found.filter(({ rule }) => rule === "misspelling").map(({ line, start, fix }) => [line, start, fix?.value]),
  ).toEqual([
    [1, 1, "联系"],
    [2, 2, "甲乙丙"],
  ]);
});
