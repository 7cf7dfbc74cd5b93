/** The language of the page, remembered on this computer as the look is: it is the person's, whatever file is open. */
import type { Lang } from "../rule";

const KEY = "taizhang.lang";

/** Chinese where nothing else was chosen here, or storage is refused. */
export function storedLanguage(): Lang {
  try {
    return window.localStorage.getItem(KEY) === "en" ? "en" : "zh";
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return "zh";
  }
}

export function storeLanguage(lang: Lang): void {
  try {
    window.localStorage.setItem(KEY, lang);
  } catch (error) {
    // Refused: it then lasts while the page is open.
    if (!(error instanceof DOMException)) throw error;
  }
}
