/** @jest-environment jsdom */
import { keepPresses } from "../../../src/panes/shell/keep-presses";

let end: () => void;
let pressed: string[];

beforeEach(() => {
  document.body.innerHTML =
    '<div id="card"><button id="a"><span id="inner">甲</span></button><button id="b">乙</button><p id="text">文</p></div>';
  pressed = [];
  for (const id of ["a", "b", "card"]) {
    document.getElementById(id)!.addEventListener("click", () => pressed.push(id));
  }
  end = keepPresses(window);
});

afterEach(() => end());

function down(id: string, at: { x?: number; y?: number; button?: number; isPrimary?: boolean } = {}): void {
  const event = new MouseEvent("pointerdown", {
    bubbles: true,
    clientX: at.x ?? 10,
    clientY: at.y ?? 10,
    button: at.button ?? 0,
  });
  Object.defineProperty(event, "isPrimary", { value: at.isPrimary ?? true });
  document.getElementById(id)!.dispatchEvent(event);
}

/** What the browser makes of letting go: a click on what holds both places. */
function click(id: string, at: { x?: number; y?: number; detail?: number } = {}): void {
  document.getElementById(id)!.dispatchEvent(
    new MouseEvent("click", {
      bubbles: true,
      cancelable: true,
      clientX: at.x ?? 10,
      clientY: at.y ?? 10,
      detail: at.detail ?? 1,
    }),
  );
}

test("a click beside the control it began on, the pointer being still, is that control's", () => {
  down("inner");
  click("card");
  expect(pressed).toEqual(["a", "card"]);
});

test("a click where it began is left alone, and counts once", () => {
  down("a");
  click("inner");
  expect(pressed).toEqual(["a", "card"]);
  click("card");
  expect(pressed).toEqual(["a", "card", "card"]);
});

test.each([
  ["the pointer was drawn away", () => down("a"), () => click("card", { x: 19 })],
  ["the pointer was drawn down", () => down("a"), () => click("card", { y: 19 })],
  ["no control was pressed", () => down("text"), () => click("card")],
  ["another button of the mouse was pressed", () => down("a", { button: 2 }), () => click("card")],
  ["another finger", () => down("a", { isPrimary: false }), () => click("card")],
  ["the click is the keyboard's", () => down("a"), () => click("card", { detail: 0 })],
  [
    "the press was taken over by scrolling",
    () => {
      down("a");
      window.dispatchEvent(new Event("pointercancel"));
    },
    () => click("card"),
  ],
])("it stays where it is when %s", (_why, press, letGo) => {
  press();
  letGo();
  expect(pressed).toEqual(["card"]);
});

test("a hand may tremble by eight pixels", () => {
  down("a");
  click("card", { x: 18, y: 2 });
  expect(pressed).toEqual(["a", "card"]);
});

test("a control that is gone is not pressed", () => {
  down("a");
  document.getElementById("a")!.remove();
  click("card");
  expect(pressed).toEqual(["card"]);
});

test("nothing is kept once it has ended", () => {
  down("a");
  end();
  click("card");
  expect(pressed).toEqual(["card"]);
});
