/** Where an item begins: a heading, or a bare paragraph above a label. */
export interface Anchor {
  readonly heading: number;
  readonly line: number;
  readonly label: number;
}
