/** Namespaces and relationship types of OOXML come in two spellings: transitional (2006) and strict (purl.oclc.org). */

/** Relationships between parts (`r:id`). */
export function isRelationshipNamespace(uri: string): boolean {
  return (
    uri === "http://schemas.openxmlformats.org/officeDocument/2006/relationships" ||
    uri === "http://purl.oclc.org/ooxml/officeDocument/relationships"
  );
}

export function isStrictNamespace(uri: string): boolean {
  return uri.startsWith("http://purl.oclc.org/ooxml/");
}

/**
 * The last word of a relationship type (`worksheet`, `sharedStrings`), whichever its spelling.
 * @example relationshipKind("http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet") // "worksheet"
 */
export function relationshipKind(type: string): string {
  return type.slice(type.lastIndexOf("/") + 1);
}
