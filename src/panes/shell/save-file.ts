/** Hands bytes to the browser as a file. */
const FILE_TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  txt: "text/plain;charset=utf-8",
  md: "text/markdown;charset=utf-8",
  html: "text/html;charset=utf-8",
  json: "application/json",
  png: "image/png",
  zip: "application/zip",
} as const;

export function saveFile(bytes: Uint8Array, name: string, type: keyof typeof FILE_TYPES): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: FILE_TYPES[type] }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has to have begun before its address goes.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
