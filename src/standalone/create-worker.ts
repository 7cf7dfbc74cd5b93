/**
 * The worker, from its own file on a server. In the one-file page there is no other file: the build puts the worker's
 * source into `TAIZHANG_WORKER`, and a blob of it becomes the worker.
 */
declare global {
  interface Window {
    TAIZHANG_WORKER?: string;
  }
}

export function createFileWorker(): Worker {
  if (__TAIZHANG_ONE_FILE__) {
    const url = URL.createObjectURL(new Blob([window.TAIZHANG_WORKER ?? ""], { type: "text/javascript" }));
    return new Worker(url);
  }
  return new Worker(new URL("./worker.ts", import.meta.url), { name: "taizhang-file" });
}
