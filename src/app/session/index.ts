/** The face of the session: what surfaces drive, and the data it hands out. */
export type * from "./outcome";
export type * from "./result-types";
export type * from "./snapshot-types";
export type * from "./types";
export type { Ignore } from "./decisions";
export {
  CONCERNS,
  type Entries,
  type Entry,
  entryMap,
  type EntryStore,
  isEntry,
  NO_ENTRIES,
  STATE_VERSION,
  StorageError,
  type StorageReason,
} from "./entries";
export type { OpenWindows, SessionEnvironment, SharedSwitch, Versions } from "./environment";
export type { Change } from "./journal";
export { readStored } from "./migrate";
export { createNoticeIgnores, noticeKey } from "./notices";
export type { Waiting } from "./patience";
