/** Document properties without a date or a person: the same notice gives the same parts on every computer. */
import { escapeMarkup } from "../markup";

/** docProps/core.xml (ECMA-376 part 2, 11). */
export function coreProperties(title: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapeMarkup(title)}</dc:title><dc:creator></dc:creator></cp:coreProperties>`
  );
}
