/** A file of several that are made together: written into a folder, or packed where a surface has none. */
export interface OutFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
