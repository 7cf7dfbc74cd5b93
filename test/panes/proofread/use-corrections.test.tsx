/** Corrections pressed one after the other while the text of the first is still being read anew. */
import { useMemo, type ReactNode } from "react";
import { act, renderHook } from "@testing-library/react";
import { createSession } from "../../../src/app/session/session";
import { pasteText } from "../../../src/hosts/file/text-draft";
import { DraftProvider, useDraft, useDraftSession } from "../../../src/panes/draft/draft-context";
import { useCorrections } from "../../../src/panes/proofread/use-corrections";
import { SessionProvider } from "../../../src/panes/session-context";
import { proofread, type ProofFinding } from "../../../src/proofread";
import { environment } from "../../app/session/environment";
import { nodeDraftTools } from "../open-pane";

/** The hook on a draft whose reading stands still until `readAgain` is called. */
async function open(lines: readonly string[]) {
  const session = createSession(environment({ yieldNow: () => Promise.resolve() }));
  const written = pasteText(lines.join("\n"));
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <SessionProvider session={session}>
      <DraftProvider load={nodeDraftTools}>{children}</DraftProvider>
    </SessionProvider>
  );
  const view = renderHook(
    ({ read }: { readonly read: typeof written }) => {
      const { draft } = useDraft();
      const found = useMemo(() => proofread(read.lines, {}).findings.filter(({ fix }) => fix !== null), [read]);
      return { drafts: useDraftSession(), ...useCorrections(found, read, draft ?? read) };
    },
    { wrapper, initialProps: { read: written } },
  );
  await act(async () => view.result.current.drafts.open(written));
  return {
    shown: () => view.result.current.shown,
    marked: () => {
      const { lines, findings } = view.result.current.marked;
      return { lines, words: findings.map(({ line, start, end }) => lines[line - 1]?.slice(start, end)) };
    },
    selected: () => view.result.current.selected,
    text: () => view.result.current.drafts.getSnapshot().draft?.lines ?? [],
    accept: (finding: ProofFinding | undefined) =>
      act(async () => {
        if (finding) view.result.current.accept(finding);
      }),
    undo: () => act(async () => view.result.current.drafts.undo()),
    readAgain: () =>
      act(async () => view.rerender({ read: view.result.current.drafts.getSnapshot().draft ?? written })),
  };
}

const LINES = ["2026年01月签定合同，02月签定协议，2026年03月签定备忘录。", "另签定承诺书。"];
const MENDED = ["2026年1月签订合同，02月签订协议，2026年3月签订备忘录。", "另签订承诺书。"];

test.each([[(at: number) => at], [(at: number) => -1 - at]])(
  "each correction meets its own words, in any order",
  async (of) => {
    const draft = await open(LINES);
    const all = draft.shown();
    expect(all.map(({ quote }) => quote)).toEqual(["2026年01月", "签定", "签定", "2026年03月", "签定", "签定"]);
    for (const at of all.keys()) await draft.accept(all.at(of(at)));
    expect(draft.text()).toEqual(MENDED);
    expect(draft.shown()).toEqual([]);
  },
);

test("what is accepted is gone from the list at once, the one behind it is chosen, before and after the text is read", async () => {
  const draft = await open(LINES);
  const [first, second] = draft.shown();
  await draft.accept(first);
  expect(draft.shown()).toHaveLength(5);
  expect(draft.selected()?.start).toBe(second?.start);
  await draft.readAgain();
  expect(draft.shown()).toHaveLength(5);
  expect(draft.selected()?.start).toBe((second?.start ?? 0) - 1);
});

test("the text says what the list says before it is read anew: corrected, the other marks on their own words", async () => {
  const draft = await open(LINES);
  await draft.accept(draft.shown()[0]);
  expect(draft.marked()).toEqual({
    lines: ["2026年1月签定合同，02月签定协议，2026年03月签定备忘录。", LINES[1]],
    words: ["签定", "签定", "2026年03月", "签定", "签定"],
  });
  await draft.undo();
  expect(draft.marked()).toEqual({
    lines: LINES,
    words: ["2026年01月", "签定", "签定", "2026年03月", "签定", "签定"],
  });
});

test("undone before the text is read, it stands in the list again", async () => {
  const draft = await open(LINES);
  const [first] = draft.shown();
  await draft.accept(first);
  await draft.undo();
  expect(draft.shown()).toHaveLength(6);
  await draft.accept(first);
  expect(draft.text()[0]).toMatch(/^2026年1月签定/);
});

test("what an earlier correction has changed is left as it is", async () => {
  const draft = await open(["签定合同。"]);
  const [only] = draft.shown();
  await draft.accept(only);
  await draft.accept(only);
  expect(draft.text()).toEqual(["签订合同。"]);
});
