/**
 * The sample ledgers. Served beside the page; in the one-file page the build puts them into `TAIZHANG_SAMPLES` as
 * base64, since a page from file:// may not read other files.
 */
import type { SampleCard } from "./start-screen";

declare global {
  interface Window {
    TAIZHANG_SAMPLES?: Readonly<Record<string, string>>;
  }
}

const NAMES = [
  { name: "整改台账-示例.xlsx", file: "tidy.xlsx", label: "sampleTidy" },
  { name: "整改台账-有问题的示例.xlsx", file: "faulty.xlsx", label: "sampleFaulty" },
] as const;

function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}

export const samples: readonly SampleCard[] = NAMES.map(({ name, file, label }) => ({
  name,
  label,
  load: async () => {
    const inside = window.TAIZHANG_SAMPLES?.[file];
    if (inside !== undefined) return fromBase64(inside);
    const response = await fetch(`./samples/${file}`);
    if (!response.ok) throw new TypeError(`sample ${response.status}`);
    return response.arrayBuffer();
  },
}));
