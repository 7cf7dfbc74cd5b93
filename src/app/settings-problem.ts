/** A wrong option, in a sentence: what, where, what to do, with an example of a right one. */
export interface SettingsProblem {
  /** Name as in the settings file: `asOf`, `rules.unit-missing`. */
  readonly option: string;
  readonly zh: string;
  readonly en: string;
}
