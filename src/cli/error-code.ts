/** Code of an error of the file system ("ENOENT"); null for errors of any other kind, which are not expected. */
export function errorCode(error: unknown): string | null {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" ? code : null;
}
