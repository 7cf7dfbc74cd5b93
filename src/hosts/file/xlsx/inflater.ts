/**
 * Raw DEFLATE as the host at hand does it best: fflate in a browser, node:zlib in Node. Injected, so that the package
 * model knows neither.
 */
export interface Inflater {
  /**
   * Inflates raw DEFLATE data.
   * @param size how many bytes must come out, as the package's directory says
   * @throws Error when the data is corrupt or holds less than `size` bytes. Of data that holds more, either throws or
   * gives the first `size` bytes, whose sum won't match. Never allocates much more than `size`.
   */
  inflate(data: Uint8Array, size: number): Uint8Array;
  /** Deflates to raw DEFLATE data. */
  deflate(data: Uint8Array): Uint8Array;
  /** CRC-32 (ISO 3309) as an unsigned number. */
  crc32(data: Uint8Array): number;
}
