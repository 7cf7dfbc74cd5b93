/** Units that papers go to and the directory does not have: told with the one that is probably meant. */
import { buildDirectory } from "../../src/ledger";
import { strayUnits } from "../../src/month";

const DIRECTORY = buildDirectory(
  [
    { name: "规划财务股", shortNames: ["财务股"] },
    { name: "县第二人民医院", shortNames: [] },
  ],
  "单位名录",
);

it.each([
  ["规划财物股", [{ unit: "规划财物股", near: "规划财务股" }]],
  ["县第三人民医院", [{ unit: "县第三人民医院", near: null }]],
  [" 规划财务股", []],
] as const)("%s", (unit, told) => {
  expect(strayUnits([unit, unit], DIRECTORY)).toEqual(told);
});

it("without a directory nobody knows", () => {
  expect(strayUnits(["规划财物股"], null)).toEqual([]);
});
