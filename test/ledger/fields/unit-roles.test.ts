import { readRole } from "../../../src/ledger/fields/unit-roles";
import { foldKey } from "../../../src/zh/text";

it("a unit of the directory is its name, whatever role its end may be taken for", () => {
  const name = "矿山救援协办";
  const directory = { byKey: new Map([[foldKey(name), name]]) } as unknown as Parameters<typeof readRole>[1];
  expect(readRole(name, directory)).toMatchObject({ text: name, role: "unmarked", trailing: false });
});
