/**
 * A press belongs to the control it began on. What arrives while a finger is down (a ledger that has been read, a chunk, a
 * check that ends) may move the page under it; the browser then gives the click to what both places have in common, and
 * nothing happens.
 */

/** What a person presses; rows and cells are chosen where the pointer is let go, as everywhere. */
const CONTROLS = "button, a[href], summary, label, input, select, [role=tab], [role=option], [role^=menuitem]";

/** A hand trembles, and a page that moves does not move the pointer; farther than this, in CSS pixels, it was drawn away. */
const TREMBLE = 8;

interface Press {
  readonly control: HTMLElement;
  readonly x: number;
  readonly y: number;
}

/**
 * Gives a click that missed the control of its press to that control.
 *
 * @returns ends it
 */
export function keepPresses(window: Window): () => void {
  let press: Press | null = null;
  const onDown = (event: PointerEvent): void => {
    const { target, clientX: x, clientY: y } = event;
    const control =
      event.isPrimary && event.button === 0 && target instanceof Element ? target.closest<HTMLElement>(CONTROLS) : null;
    press = control && { control, x, y };
  };
  const onCancel = (): void => {
    press = null;
  };
  const onClick = (event: MouseEvent): void => {
    const begun = press;
    press = null;
    // Made by the keyboard (`detail` 0) or by a program: nothing was pressed.
    if (!begun || event.detail === 0 || !(event.target instanceof Node)) return;
    if (begun.control.contains(event.target) || !begun.control.isConnected) return;
    if (Math.abs(event.clientX - begun.x) > TREMBLE || Math.abs(event.clientY - begun.y) > TREMBLE) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    begun.control.click();
  };
  window.addEventListener("pointerdown", onDown, true);
  window.addEventListener("pointercancel", onCancel, true);
  window.addEventListener("click", onClick, true);
  return () => {
    window.removeEventListener("pointerdown", onDown, true);
    window.removeEventListener("pointercancel", onCancel, true);
    window.removeEventListener("click", onClick, true);
  };
}
