/** Letters of which what counts pages consists: 第1页 共3页, Page 1 of 3. */
export const PAGE_LETTERS = "第页共总计张頁總pageof";
