/** Sizes of the drawing, in pixels. */

export const HEIGHT = 260;

export const LEFT = 36;
