import { readNotice } from "../../../src/reading";

/** [total, whether a piece of a whole before it, numbers of its parts] of each announced whole. */
const told = (text: string): readonly (readonly [number, boolean, readonly number[]])[] =>
  readNotice([text]).groups.map(({ total, subset, parts }) => [total.value, subset, parts.map(({ value }) => value)]);

describe("a piece behind 其中 is no figure of all", () => {
  test.each<[string, readonly (readonly [number, boolean, readonly number[]])[]]>([
    [
      "审计查出的3个问题，已完成整改2个，正在整改1个。其中，财务类问题2个，已完成整改2个；资产类问题1个，已完成整改0个。",
      [
        [3, false, [2, 1]],
        [2, true, [2]],
        [1, true, [0]],
      ],
    ],
    // More than the piece holds is told of its whole.
    [
      "反馈问题16个，其中重点问题4个，已完成整改10个，正在整改6个。",
      [
        [16, false, [10, 6]],
        [4, true, []],
      ],
    ],
    // Another sentence begins anew.
    [
      "反馈问题16个，其中重点问题4个。移交问题3个，已完成2个。",
      [
        [16, false, []],
        [4, true, []],
        [3, false, [2]],
      ],
    ],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
