/** Opens a notice named on the command line. */
import { basename } from "node:path";
import { draftFailureSentence } from "../app/draft-words";
import type { Draft } from "../hosts/draft";
import { createNodeDraftTools, readFileBytes } from "../hosts/file/node";
import { HostError } from "../hosts/port";
import { CliFailure } from "./failure";

/** @throws CliFailure where it cannot be opened or is no text */
export async function openDraftFile(path: string): Promise<Draft> {
  try {
    return createNodeDraftTools().open(basename(path), await readFileBytes(path));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const say = (lang: "zh" | "en") => draftFailureSentence(error.code, error.detail, path, lang);
    throw new CliFailure(say("zh"), say("en"), error.code);
  }
}
