/** Findings of a notice set aside: kept under the notice's own key, back at the next opening, gone when the words change. */
import { draftKey, proofreadDraft } from "../../../src/app/proofread-draft";
import { createSession } from "../../../src/app/session/session";
import { createMemoryStore, StorageError } from "../../../src/app/session/entries";
import { environment } from "./environment";

const TITLE = "某局党组关于巡察整改进展情况的通报";
const LINES = [TITLE, "县委巡察组反馈的12个具体问题，已完成整改9个，正在整改2个。", "联系电话：13812345678。"];

const findingIn = (lines: readonly string[], rule: string, options = {}) =>
  proofreadDraft(lines, null, options).findings.find((finding) => finding.rule === rule);

it("keeps an ignore with its reason, for another session and another text around it", async () => {
  const store = createMemoryStore();
  const session = createSession({ ...environment(), store });
  const id = findingIn(LINES, "sum-mismatch")?.id ?? "";
  await session.ignoreInNotice(draftKey(LINES), id, "另有1个已移交");
  const later = createSession({ ...environment(), store });
  const corrected = [TITLE, "现予公布。", LINES[1]!];
  const ignores = await later.ignoredInNotice(draftKey(corrected));
  expect(ignores.get(id)).toMatchObject({ reason: "另有1个已移交" });
  const result = proofreadDraft(corrected, null, { ignores });
  expect(result.findings.map((finding) => finding.rule)).not.toContain("sum-mismatch");
  expect(result.ignored).toMatchObject([{ finding: { rule: "sum-mismatch" }, ignore: { reason: "另有1个已移交" } }]);
  expect(result.counts.error).toBe(result.findings.filter((finding) => finding.severity === "error").length);
});

it("lapses when the words change, and is another notice's business under another title", async () => {
  const session = createSession(environment());
  const id = findingIn(LINES, "sum-mismatch")?.id ?? "";
  const ignores = (await session.ignoreInNotice(draftKey(LINES), id, "已核对")) ?? new Map();
  const changed = [LINES[0]!, LINES[1]!.replace("正在整改2个", "正在整改1个"), LINES[2]!];
  expect(findingIn(changed, "sum-mismatch", { ignores })).toBeDefined();
  const other = ["某镇党委关于巡察整改进展情况的通报", ...LINES.slice(1)];
  expect((await session.ignoredInNotice(draftKey(other))).size).toBe(0);
});

it("is taken back on a press, and lasts for the visit where nothing can be kept", async () => {
  const store = {
    ...createMemoryStore(),
    load: () => Promise.reject(new StorageError("refused")),
    change: () => Promise.reject(new StorageError("refused")),
  };
  const session = createSession({ ...environment(), store });
  const key = draftKey(LINES);
  await session.ignoreInNotice(key, "x", "已核对");
  expect(session.getSnapshot()).toMatchObject({ storage: "refused", activity: { action: "ignore", state: "done" } });
  expect([...(await session.ignoredInNotice(key)).keys()]).toEqual(["x"]);
  await session.unignoreInNotice(key, "x");
  expect((await session.ignoredInNotice(key)).size).toBe(0);
});

it("rules of notices are switched off and re-levelled by the same setting as the ledger's", () => {
  const rules = new Map([
    ["sum-mismatch", "off"],
    ["mobile-number", "info"],
  ] as const);
  expect(findingIn(LINES, "sum-mismatch", { settings: { rules } })).toBeUndefined();
  expect(findingIn(LINES, "mobile-number", { settings: { rules } })?.severity).toBe("info");
  expect(findingIn(LINES, "mobile-number")?.severity).toBe("error");
});
