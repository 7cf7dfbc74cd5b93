/** The face of the session: what surfaces drive, and the data it hands out. */
export type * from "./types";
export type { Decision, Change, JournalEntry, JournalState, JournalView, RowAnchor } from "./journal";
export type { Ignore } from "./decisions";
export type { Entries, Entry, EntryStore, StorageReason } from "./entries";
export type { SessionEnvironment, SharedSwitch, Versions } from "./environment";
export type { Waiting } from "./patience";
