/** The sheets of a book of ours in the open workbook, known by their marks, whatever a person calls them. */
import { BOOK_MARKS } from "../ours";

interface FoundBook {
  /** By their places in the book; null where one is not there. */
  readonly ours: readonly (Excel.Worksheet | null)[];
  /** Names of all sheets. */
  readonly names: readonly string[];
}

export async function findBook(context: Excel.RequestContext): Promise<FoundBook> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  const asked = worksheets.items.flatMap((sheet) =>
    BOOK_MARKS.map((name, place) => {
      const mark = sheet.names.getItemOrNullObject(name);
      mark.load("name");
      return { sheet, place, mark };
    }),
  );
  await context.sync();
  return {
    ours: BOOK_MARKS.map(
      (_name, place) => asked.find((one) => one.place === place && !one.mark.isNullObject)?.sheet ?? null,
    ),
    names: worksheets.items.map(({ name }) => name),
  };
}
