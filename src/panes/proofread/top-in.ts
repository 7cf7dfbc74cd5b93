/** Where something in a scrolled box begins, below the upper edge of what is in sight of it. */
export function topIn(box: HTMLElement, inside: HTMLElement): number {
  return inside.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientTop;
}
