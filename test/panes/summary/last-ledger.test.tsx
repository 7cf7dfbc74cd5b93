/** 选上期台账 in 综述: what 较上期 is reckoned from, what is refused and why, and away with it. */
import { act, screen, waitFor } from "@testing-library/react";
import type { Grid } from "../../../src/grid/grid";
import SummaryPane from "../../../src/panes/summary/summary-pane";
import { HostError } from "../../../src/hosts/port";
import { createMemoryHost } from "../../hosts/memory-host";
import { ledgerSheet, ROWS } from "../../app/session/ledger-sheet";
import { openPane } from "../open-pane";

jest.setTimeout(30_000);

const gridsOf = (rows: Parameters<typeof ledgerSheet>[0]): Promise<readonly Grid[]> =>
  createMemoryHost([ledgerSheet(rows)]).read.grids();
/** A month before nothing was done. */
const BEFORE = ROWS.map((row) => [...row.slice(0, 5), "正在整改", ...row.slice(6)]) as unknown as typeof ROWS;
const files: Readonly<Record<string, () => Promise<readonly Grid[]>>> = {
  "上期.xlsx": () => gridsOf(BEFORE),
  "本期.xlsx": () => gridsOf(ROWS),
  "坏.xlsx": () => Promise.reject(new HostError("notAWorkbook", "no such bytes")),
};
const text = () => screen.getByTestId("summary-text").textContent ?? "";

async function opened() {
  const pane = await openPane(SummaryPane, undefined, {
    checked: true,
    ledgerFile: ({ name }) => files[name]?.() ?? Promise.resolve([]),
  });
  const template = "已完成{反馈问题.已完成}个，上月底{反馈问题.上期已完成}个，新增完成{反馈问题.较上期新增完成}个。";
  await act(async () => void (await pane.session.changeSettings({ template })));
  await screen.findByTestId("last-ledger");
  const pick = (name: string) => pane.user.upload(screen.getByTestId("last-file"), new File(["x"], name));
  return { ...pane, pick };
}

test("the last period's ledger is chosen where the template asks for it, named, and taken away", async () => {
  const { user, pick, session } = await opened();
  expect(screen.queryByTestId("summary-text")).toBeNull();
  await pick("上期.xlsx");
  await waitFor(() => expect(text()).toBe("已完成2个，上月底0个，新增完成2个。"));
  expect(screen.getByTestId("last-ledger").textContent).toContain("上期.xlsx");
  const then = screen.getAllByTestId("figure").find((each) => each.dataset["metric"] === "反馈问题.上期已完成")!;
  await user.click(then);
  expect((await screen.findByTestId("evidence-last")).textContent).toContain("上期.xlsx");
  expect(screen.queryByTestId("evidence-select")).toBeNull();
  await user.keyboard("{Escape}");
  await user.click(screen.getByTestId("drop-last"));
  await waitFor(() => expect(session.comparedWith()).toBeNull());
  expect(screen.queryByTestId("summary-text")).toBeNull();
});

test.each([
  ["本期.xlsx", "就是现在打开的这份台账"],
  ["坏.xlsx", "坏.xlsx"],
  ["空.xlsx", "没有找到台账"],
])("%s is refused in one sentence, and what was compared stays", async (name, why) => {
  const { pick, session } = await opened();
  await pick("上期.xlsx");
  await waitFor(() => expect(session.comparedWith()?.name).toBe("上期.xlsx"));
  await pick(name);
  expect((await screen.findByTestId("last-refused")).textContent).toContain(why);
  expect(session.comparedWith()?.name).toBe("上期.xlsx");
});
