/** Templates by name: kept, chosen, renamed, deleted; each a step that 撤销 takes back. */
import { act, screen, waitFor } from "@testing-library/react";
import SummaryPane from "../../../src/panes/summary/summary-pane";
import { openPane } from "../open-pane";

jest.setTimeout(30_000);

const TEXT = "反馈问题{反馈问题.总数}个。";
const names = () => [...screen.getByTestId("style").querySelectorAll("optgroup option")].map((one) => one.textContent);

test("a template is kept under a name, chosen again, renamed and deleted", async () => {
  const { user, session } = await openPane(SummaryPane, undefined, { checked: true });
  await act(async () => void (await session.changeSettings({ template: TEXT })));
  await user.type(screen.getByTestId("name-of-template"), "月报");
  await user.click(screen.getByTestId("keep-template"));
  await waitFor(() => expect(names()).toEqual(["月报"]));
  await user.selectOptions(screen.getByTestId("style"), "rate");
  await waitFor(() => expect(session.getSnapshot().settings.template).toBeNull());
  await user.selectOptions(screen.getByTestId("style"), "named:月报");
  await waitFor(() => expect(screen.getByTestId("summary-text").textContent).toBe("反馈问题4个。"));

  await user.clear(screen.getByTestId("name-of-template"));
  await user.type(screen.getByTestId("name-of-template"), "年报");
  await user.click(screen.getByTestId("rename-template"));
  await waitFor(() => expect(names()).toEqual(["年报"]));
  await user.click(screen.getByTestId("delete-template"));
  await waitFor(() => expect(names()).toEqual([]));
  await act(() => session.undo());
  expect(names()).toEqual(["年报"]);
  // What is written stays, whatever becomes of its name.
  expect(session.getSnapshot().settings.template).toBe(TEXT);
});
