/** boot.js must run in the oldest view an Office brings, so it is held to ES5. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "acorn";

const source = readFileSync(path.join(__dirname, "../../src/taskpane/boot.js"), "utf8");

test("boot.js is ES5", () => {
  expect(() => parse(source, { ecmaVersion: 5 })).not.toThrow();
  expect(() => parse("f(a,);", { ecmaVersion: 5 })).toThrow();
});

test("boot.js says what is wrong in an old view, without anything newer", () => {
  const attributes = new Map<string, string>([["hidden", ""]]);
  const element = {
    setAttribute: (name: string, value: string) => attributes.set(name, value),
    removeAttribute: (name: string) => attributes.delete(name),
    hasAttribute: (name: string) => attributes.has(name),
  };
  const listeners: (() => void)[] = [];
  const document = {
    documentElement: { setAttribute: () => undefined, removeAttribute: () => undefined },
    createElement: () => ({}),
    getElementById: (id: string) => (id === "too-old" ? element : null),
    addEventListener: (_name: string, listener: () => void) => listeners.push(listener),
  };
  new Function("window", "document", source)({}, document);
  expect(attributes.has("hidden")).toBe(true);
  for (const listener of listeners) listener();
  expect(attributes.has("hidden")).toBe(false);
});
