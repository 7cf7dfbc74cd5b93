/** What can be a whole name of a person, by its length, its surname and what follows. */
import { isName } from "../../src/reading/claims/persons";

test.each([
  ["张三", true],
  ["张三丰", true],
  ["张", false],
  ["张三丰年", false],
  ["欧阳修", true],
  ["欧阳建国", true],
  ["欧阳", false],
  ["欧阳建国强", false],
  ["李某", false],
  ["的是", false],
  ["于当日", false],
  ["于建国", true],
])("%s: %p", (text, is) => expect(isName(text)).toBe(is));
