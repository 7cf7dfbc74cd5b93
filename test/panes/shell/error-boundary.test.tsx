/** One broken pane: it says so, tells only the kind of error, hands out diagnostics, and can be tried again. */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ErrorBoundary } from "../../../src/panes/shell/error-boundary";

let broken = true;

function Pane() {
  if (broken) throw new RangeError("甲某的手机号");
  return <p>好了</p>;
}

test("is kept in its place and can be tried again", async () => {
  const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const told: string[] = [];
  const copied = jest.fn();
  const user = userEvent.setup();
  broken = true;
  render(
    <FluentProvider theme={webLightTheme}>
      <p>旁边</p>
      <ErrorBoundary
        title="出了问题"
        body="台账没有改动。"
        retry="再试"
        copy="复制诊断信息"
        onError={(name) => told.push(name)}
        onCopy={copied}
      >
        <Pane />
      </ErrorBoundary>
    </FluentProvider>,
  );
  expect(screen.getByTestId("pane-error").textContent).toContain("台账没有改动。");
  expect(screen.getByText("旁边")).toBeTruthy();
  expect(told).toEqual(["RangeError"]);
  expect(document.body.textContent).not.toContain("甲某");
  await user.click(screen.getByText("复制诊断信息"));
  expect(copied).toHaveBeenCalledTimes(1);
  broken = false;
  await user.click(screen.getByText("再试"));
  expect(screen.getByText("好了")).toBeTruthy();
  expect(screen.queryByTestId("pane-error")).toBeNull();
  quiet.mockRestore();
});
