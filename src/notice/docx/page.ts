/**
 * The page of GB/T 9704—2012《党政机关公文格式》, in the units of WordprocessingML: twips (1/20 pt, 1 mm = 1440/25.4),
 * half-points for sizes, 1/4096 pt for the grid's character spacing.
 */

function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/** 5.1, 5.2.1: A4, 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm; so 35 mm below and 26 mm on the right. */
export const PAGE = {
  width: twips(210),
  height: twips(297),
  top: twips(37),
  bottom: twips(35),
  left: twips(28),
  right: twips(26),
  /** 7.5: page number 7 mm below the text area. */
  footer: twips(23),
} as const;

/** 5.2.3: 22 lines of 28 characters fill the text area. */
const LINES = 22;
export const CHARACTERS = 28;
const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
const TEXT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;
/** Fixed line of body text: 28 pt. */
export const LINE = 28 * 20;
/** Pitch of one character: 三号 (16 pt) drawn together a little, so that 28 fit 156 mm. */
export const CHARACTER = TEXT_WIDTH / CHARACTERS;
/** What is taken from the distance of characters: the largest that still lets 28 of 三号 fit, in whole twips. */
export const SPACING = Math.floor(CHARACTER - 320);
export const GRID = {
  linePitch: Math.floor(TEXT_HEIGHT / LINES),
  charSpace: Math.floor(((CHARACTER - 320) / 20) * 4096),
} as const;

/** 二号 22 pt, 三号 16 pt, 四号 14 pt, in half-points. */
export const SIZES = { title: 44, body: 32, pageNumber: 28, table: 24 } as const;
/** Lines of the title. */
export const TITLE_LINE = 35 * 20;
/** Lines of tables. */
export const TABLE_LINE = 18 * 20;
