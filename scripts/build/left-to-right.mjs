/** In place of rtl-css-js, which turns styles around for languages that are written from right to left: ours are not. */
export const convert = (styles) => styles;
export const convertProperty = (key, value) => ({ key, value });
