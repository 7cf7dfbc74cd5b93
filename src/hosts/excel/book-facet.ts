/**
 * A book of ours as sheets of the open workbook (统计表 and its 数据): added on a press, renewed in place, removed. A name that is
 * taken stays its owner's. What writes it loads with the first press.
 */
import type { BookFacet } from "../port";
import { findBook } from "./found-book";
import type { OwnWrites } from "./own-writes";
import { readExcel } from "./run";

export function createBookFacet(ownWrites: OwnWrites): BookFacet {
  const load = () => import(/* webpackChunkName: "book-sheets" */ "./book-sheets");
  return {
    find: () =>
      readExcel(async (context) => (await findBook(context)).ours.flatMap((sheet) => (sheet ? [sheet.name] : []))),
    put: async (wanted, make) => (await load()).putBook(ownWrites, wanted, make),
    remove: async () => (await load()).removeBook(ownWrites),
  };
}
