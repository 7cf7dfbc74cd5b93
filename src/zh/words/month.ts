/** Words by which two months are compared. */
export const MONTH_WORDS = {
  /** What says that a later deadline was asked for. */
  extension: ["延期", "展期", "顺延"],
} as const;
