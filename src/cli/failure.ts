/** A reason to end with exit status 2: one sentence in both languages that says what, where and what to do. */
import type { Lang } from "../rule";
import type { Failure } from "../app/session";
import { failureSentence } from "../app/words";
import { shownName } from "./terminal";

export class CliFailure extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
    /** Stable code for JSON output. */
    readonly code: string = "usage",
  ) {
    super(en);
    this.name = "CliFailure";
  }

  sentence(lang: Lang): string {
    return shownName(lang === "zh" ? this.zh : this.en);
  }
}

/** The failure of a workbook, named as the user named it. */
export function workbookFailure(failure: Failure, file: string): CliFailure {
  const named = { ...failure, workbook: file };
  return new CliFailure(failureSentence(named, "zh"), failureSentence(named, "en"), failure.code);
}
