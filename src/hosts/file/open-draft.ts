/** Bytes of a file to a draft: which reader it gets is told by its bytes. */
import { HostError } from "../port";
import type { Draft } from "../draft";
import { openDocx } from "./docx/docx-draft";
import { sniff } from "./sniff";
import { openTextFile } from "./text-draft";
import type { Inflater } from "./xlsx/inflater";

/**
 * Opens a draft.
 * @throws HostError whose detail tells what the file is: "ole" (.doc, .wps), "pdf", "image", "markup", "package" …
 * @example openDraft("通报.docx", bytes, createNodeInflater()).lines
 */
export function openDraft(name: string, bytes: Uint8Array, inflater: Inflater): Draft {
  const kind = sniff(bytes);
  switch (kind) {
    case "empty":
      throw new HostError("empty", "no content");
    case "zip":
      return openDocx(name, bytes, inflater);
    case "text":
    case "json":
      return openTextFile(name, bytes);
    case "ole":
      // Encrypted documents are compound files too; openPackage tells them apart.
      return openDocx(name, bytes, inflater);
    default:
      throw new HostError("unsupportedFormat", kind);
  }
}
