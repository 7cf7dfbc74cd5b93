/** Keys never act while an input method composes: its Enter and letters are its own. */
import { isComposing, isSave, isShortcut } from "../../src/panes/shortcuts";

const key = (init: KeyboardEventInit) => new KeyboardEvent("keydown", init);

test("Alt with the letter, and no other key with them", () => {
  expect(isShortcut(key({ altKey: true, code: "KeyN" }), "N")).toBe(true);
  expect(isShortcut(key({ altKey: true, code: "KeyI" }), "N")).toBe(false);
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { repeat: true }]) {
    expect(isShortcut(key({ altKey: true, code: "KeyN", ...more }), "N")).toBe(false);
  }
});

test("Ctrl+S, ⌘S on a Mac", () => {
  expect([{ ctrlKey: true }, { metaKey: true }].map((with_) => isSave(key({ code: "KeyS", ...with_ })))).toEqual([
    true,
    true,
  ]);
  expect(isSave(key({ ctrlKey: true, altKey: true, code: "KeyS" }))).toBe(false);
});

test("nothing while an input method composes, told by either sign", () => {
  for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
    expect(isComposing(key(composing))).toBe(true);
    expect(isShortcut(key({ altKey: true, code: "KeyN", ...composing }), "N")).toBe(false);
    expect(isSave(key({ ctrlKey: true, code: "KeyS", ...composing }))).toBe(false);
  }
  expect(isComposing(key({ key: "Enter", keyCode: 13 }))).toBe(false);
});
