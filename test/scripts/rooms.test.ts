import { readdirSync } from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import tseslint from "typescript-eslint";
import rule from "../../scripts/eslint-rooms.cjs";
import ROOMS from "../../scripts/rooms.cjs";

const ROOT = path.join(__dirname, "../..");
const config: Linter.Config = {
  files: ["**/*.ts"],
  languageOptions: { parser: tseslint.parser as Linter.Parser },
  plugins: { house: { rules: { rooms: rule } } },
  rules: { "house/rooms": "error" },
};

function refusals(file: string, code: string): readonly (string | undefined)[] {
  return new Linter({ cwd: ROOT }).verify(code, config, path.join(ROOT, "src", file)).map(({ messageId }) => messageId);
}

test.each([
  ["check/check.ts", 'import { cellText } from "../ledger";', []],
  ["check/check.ts", 'import { cellText } from "../ledger/items/cells";', ["inside"]],
  ["check/check.ts", 'export { cellText } from "../ledger/items/cells";', ["inside"]],
  ["check/check.ts", 'import type { Tally } from "../tally";', ["direction"]],
  ["check/check.ts", 'export * from "../app/words";', ["direction"]],
  ["check/check.ts", 'const { a } = await import("../app/words");', ["direction"]],
  ["check/check.ts", 'type A = typeof import("../app/words");', ["direction"]],
  ["ledger/items/cells.ts", 'import { layOut } from "../layout/layout";', []],
  ["rule/types.ts", 'import type { Grid } from "../grid";', []],
  ["rule/types.ts", 'import { type Grid, valueAt } from "../grid";', ["types"]],
  ["rule/types.ts", 'import { type Grid, type Sheet } from "../grid";', []],
  ["notice/compose.ts", 'import { SEVERITIES } from "../rule";', []],
  ["panes/card.ts", 'import { SEVERITIES } from "../rule";', ["types"]],
  ["app/documents.ts", 'const { writeNotice } = await import("../notice/docx");', []],
  ["app/documents.ts", 'const { page } = await import("../notice/docx/page");', ["inside"]],
  ["app/documents.ts", 'import { openFile } from "../hosts/file/node";', ["direction"]],
  ["app/documents.ts", 'import { pending } from "../zh/words/pending";', ["direction"]],
  ["ledger/words.ts", 'import { unit } from "../zh/words/unit";', []],
  ["ledger/words.ts", 'import { ticks } from "../zh/status-ticks";', ["inside"]],
  ["panes/notice/form.ts", 'import { a } from "../tally/tally-pane";', []],
  ["panes/notice/form.ts", 'import { compose } from "../../notice";', ["types"]],
  ["cli/run.ts", 'import { composeNotice } from "../notice";', ["types"]],
  ["hosts/port.ts", 'import { openFileHost } from "./file/file-host";', ["direction"]],
  ["check/check.ts", 'import valibot from "valibot"; import { x } from "./x";', []],
])("%s: %s", (file, code, expected) => {
  expect(refusals(file, code)).toEqual(expected);
});

test("every folder of src is a room", () => {
  const folders = readdirSync(path.join(ROOT, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(
    Object.keys(ROOMS)
      .filter((room) => !room.includes("/"))
      .sort(),
  ).toEqual(folders.sort());
});

test("rooms are listed from the floor up: each imports only rooms before it", () => {
  const order = Object.keys(ROOMS);
  for (const [room, { may }] of Object.entries(ROOMS)) {
    for (const other of Object.keys(may)) {
      expect(order).toContain(other);
      // The words' lists name the language's types; the language reads the words.
      if (room !== "zh/words") expect([other, order.indexOf(other) < order.indexOf(room)]).toEqual([other, true]);
    }
  }
});
