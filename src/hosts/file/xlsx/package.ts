/**
 * An Open Packaging package (ECMA-376 part 2): parts by name, inflated when asked for, their content types and the
 * relationships between them. Part names are compared without regard to case, as the standard has it.
 */
import { HostError } from "../../port";
import type { Inflater } from "./inflater";
import type { Limits } from "./limits";
import { XmlScanner } from "./xml-scanner";
import { decodePart } from "./xml-text";
import { openZip, type ZipArchive, type ZipEntry } from "./zip";

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Name of the part it leads to, without a leading slash; null when it leads out of the package. */
  readonly target: string | null;
}

/** What a part is read for, which decides how large it may be. */
type PartRole = "sheet" | "strings" | "part" | "patch";

/** Where parts are read from: a package, or one with changes not yet written. */
export interface PartSource {
  readonly limits: Limits;
  has(name: string): boolean;
  text(name: string): string;
  relationships(name: string): readonly Relationship[];
  contentType(name: string): string;
}

export interface XlsxPackage extends PartSource {
  readonly archive: ZipArchive;
  readonly inflater: Inflater;
  /** The entry of a part; undefined when there is none. */
  entry(name: string): ZipEntry | undefined;
  /** A part's bytes, checked against its sum. Not kept: ask once. */
  bytes(name: string, role?: PartRole): Uint8Array;
  /** A part's text. */
  text(name: string): string;
  /** Relationships of a part, or of the package itself (""). */
  relationships(name: string): readonly Relationship[];
  /** Content type of a part; "" when none is given. */
  contentType(name: string): string;
}

const CONTENT_TYPES = "[Content_Types].xml";

/**
 * Opens a package. Nothing but the directory is read yet.
 * @throws HostError empty, notAWorkbook, encrypted, unsupportedFormat, damaged, tooLarge
 */
export function openPackage(bytes: Uint8Array, inflater: Inflater, limits: Limits): XlsxPackage {
  assertZip(bytes, limits);
  const archive = openZip(bytes, limits);
  const byName = new Map<string, ZipEntry>();
  for (const entry of archive.entries) byName.set(entry.name.toLowerCase(), entry);
  let inflated = 0;
  const counted = new Set<ZipEntry>();
  let types: ContentTypes | null = null;
  const relationshipLists = new Map<string, readonly Relationship[]>();

  const pack: XlsxPackage = {
    archive,
    inflater,
    limits,
    entry: (name) => byName.get(name.toLowerCase()),
    has: (name) => byName.has(name.toLowerCase()),
    bytes(name, role = "part") {
      const entry = byName.get(name.toLowerCase());
      if (!entry) throw new HostError("damaged", `missing part ${name.slice(0, 80)}`);
      const limit = {
        sheet: limits.sheetBytes,
        strings: limits.stringBytes,
        part: limits.partBytes,
        patch: limits.patchBytes,
      };
      assertSize(entry, limit[role], limits);
      if (!counted.has(entry)) inflated += entry.size;
      counted.add(entry);
      if (inflated > limits.totalBytes) throw new HostError("tooLarge", "inflated size");
      return inflateEntry(archive, entry, inflater);
    },
    text: (name) => decodePart(pack.bytes(name), name).text,
    relationships(name) {
      let list = relationshipLists.get(name);
      if (!list) {
        const part = relationshipsName(name);
        list = byName.has(part.toLowerCase()) ? readRelationships(pack.text(part), part, name, limits) : [];
        relationshipLists.set(name, list);
      }
      return list;
    },
    contentType(name) {
      types ??= byName.has(CONTENT_TYPES.toLowerCase())
        ? readContentTypes(pack.text(CONTENT_TYPES), limits)
        : { overrides: new Map(), defaults: new Map() };
      const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
      return types.overrides.get(name.toLowerCase()) ?? types.defaults.get(extension) ?? "";
    },
  };
  return pack;
}

/** Tells what isn't a zip apart: a person who picked the wrong file should read which one it is. */
function assertZip(bytes: Uint8Array, limits: Limits): void {
  if (bytes.length === 0) throw new HostError("empty");
  if (bytes.length > limits.fileBytes) throw new HostError("tooLarge", `${bytes.length} bytes`);
  const is = (...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte);
  if (is(0xd0, 0xcf, 0x11, 0xe0)) {
    if (holdsEncryptedPackage(bytes)) throw new HostError("encrypted", "EncryptedPackage");
    throw new HostError("unsupportedFormat", "compound file");
  }
  if (is(0x50, 0x4b) || bytes.length < 22) return;
  // Something may stand before the archive, but its end record must be at the end.
  const tail = bytes.subarray(Math.max(0, bytes.length - 22 - 0xffff));
  for (let i = tail.length - 22; i >= 0; i--) {
    if (tail[i] === 0x50 && tail[i + 1] === 0x4b && tail[i + 2] === 5 && tail[i + 3] === 6) return;
  }
  throw new HostError("notAWorkbook", "not a zip archive");
}

/** An encrypted workbook is a compound file with a stream of this name (MS-OFFCRYPTO 2.3); directory entries lie at multiples of 128. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  const name = "EncryptedPackage";
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    let i = 0;
    while (i < name.length && bytes[at + i * 2] === name.charCodeAt(i) && bytes[at + i * 2 + 1] === 0) i++;
    if (i === name.length) return true;
  }
  return false;
}

function assertSize(entry: ZipEntry, limit: number, limits: Limits): void {
  if (entry.size > limit) throw new HostError("tooLarge", `${entry.name}: ${entry.size} bytes`);
  if (entry.size > limits.ratioFrom && entry.size > entry.compressedSize * limits.ratio) {
    throw new HostError(
      "tooLarge",
      `${entry.name}: inflates ${Math.floor(entry.size / Math.max(1, entry.compressedSize))} times`,
    );
  }
}

function inflateEntry(archive: ZipArchive, entry: ZipEntry, inflater: Inflater): Uint8Array {
  const data = archive.bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  let content: Uint8Array;
  try {
    content = entry.method === 0 ? data : inflater.inflate(data, entry.size);
  } catch (error) {
    throw new HostError("damaged", `${entry.name}: ${error instanceof Error ? error.message : "inflate"}`);
  }
  if (inflater.crc32(content) !== entry.crc) throw new HostError("damaged", `${entry.name}: sum`);
  return content;
}

/** The part that holds a part's relationships. */
export function relationshipsName(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function readRelationships(text: string, part: string, source: string, limits: Limits): Relationship[] {
  const scanner = new XmlScanner(text, part, limits.depth);
  const list: Relationship[] = [];
  while (scanner.next()) {
    if (scanner.kind !== "open" || scanner.local !== "Relationship") continue;
    const target = scanner.attribute("Target") ?? "";
    const external = scanner.attribute("TargetMode") === "External";
    list.push({
      id: scanner.attribute("Id") ?? "",
      type: scanner.attribute("Type") ?? "",
      target: external ? null : resolveTarget(source, target),
    });
  }
  return list;
}

/**
 * Resolves a relationship's target against the part it stands in.
 * @example resolveTarget("xl/workbook.xml", "../docProps/app.xml") // "docProps/app.xml"
 */
export function resolveTarget(source: string, target: string): string {
  const path = decodePercent(target.replace(/\\/g, "/").split("#")[0] ?? "");
  const base = path.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "..") base.pop();
    else if (segment !== "" && segment !== ".") base.push(segment);
  }
  return base.join("/");
}

function decodePercent(path: string): string {
  if (!path.includes("%")) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    // Not percent-encoded after all.
    return path;
  }
}

interface ContentTypes {
  readonly overrides: Map<string, string>;
  readonly defaults: Map<string, string>;
}

function readContentTypes(text: string, limits: Limits): ContentTypes {
  const scanner = new XmlScanner(text, CONTENT_TYPES, limits.depth);
  const types: ContentTypes = { overrides: new Map(), defaults: new Map() };
  while (scanner.next()) {
    if (scanner.kind !== "open") continue;
    const type = scanner.attribute("ContentType") ?? "";
    if (scanner.local === "Default") types.defaults.set((scanner.attribute("Extension") ?? "").toLowerCase(), type);
    else if (scanner.local === "Override") {
      types.overrides.set((scanner.attribute("PartName") ?? "").replace(/^\/+/, "").toLowerCase(), type);
    }
  }
  return types;
}
