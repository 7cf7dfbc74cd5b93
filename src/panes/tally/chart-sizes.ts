/** Sizes of the drawing, in pixels. */

export const HEIGHT = 220;

export const LEFT = 36;
