import { isStrictNamespace } from "./namespaces";
import type { PackageEditor } from "./package-editor";

interface RelationshipTypes {
  readonly worksheet: string;
  readonly styles: string;
  readonly comments: string;
  readonly vmlDrawing: string;
  readonly customXml: string;
  readonly customXmlProps: string;
  /** Namespace of `r:id`. */
  readonly namespace: string;
}

/** Relationship types in the workbook's own spelling, transitional or strict. */
export function relationshipTypes(editor: PackageEditor): RelationshipTypes {
  const strict = isStrictNamespace(editor.outline(editor.workbook().part).namespace);
  const namespace = strict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const type = (kind: string): string => `${namespace}/${kind}`;
  return {
    worksheet: type("worksheet"),
    styles: type("styles"),
    comments: type("comments"),
    vmlDrawing: type("vmlDrawing"),
    customXml: type("customXml"),
    customXmlProps: type("customXmlProps"),
    namespace,
  };
}
