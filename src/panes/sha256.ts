/** Sums of files that a person chose, in hexadecimal digits, as `sha256sum` prints them. */

/** null where the browser gives no such sum (pages without https). */
export async function sha256(bytes: ArrayBuffer): Promise<string | null> {
  const { subtle } = window.crypto as { subtle?: SubtleCrypto };
  if (!subtle) return null;
  const sum = await subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
