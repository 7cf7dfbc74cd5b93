/**
 * Changes to a package in memory: texts of parts, parts added and removed, relationships and content types. Nothing of
 * the opened package is altered; `write` makes the copy.
 */
import { HostError } from "../../port";
import { appendTo, removeFrom } from "./container";
import { childrenOf, readOutline, type Element } from "./outline";
import { relationshipsName, resolveTarget, type PartSource, type Relationship, type XlsxPackage } from "./package";
import { readWorkbookPart, type WorkbookPart } from "./workbook-part";
import type { Limits } from "./limits";
import { applySplices, type Splice } from "./splice";
import { decodePart, escapeXml, type PartText } from "./xml-text";
import { writeZip } from "./zip-write";

const CONTENT_TYPES = "[Content_Types].xml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";

interface EditedPart {
  /** Null when the part is removed. */
  readonly text: string | null;
  readonly encode: (text: string) => Uint8Array;
  /** Its text in the package; null for a part that wasn't there. */
  readonly original: string | null;
}

export class PackageEditor implements PartSource {
  /** By lower-case name, with the name as written. */
  private readonly parts: Map<string, { readonly name: string; part: EditedPart }>;

  private missing: ReadonlySet<string> | null = null;

  /** Outlines of texts as they are now. */
  private readonly outlines = new Map<string, { readonly text: string; readonly root: Element }>();

  constructor(
    readonly pack: XlsxPackage,
    parts: Iterable<readonly [string, { name: string; part: EditedPart }]> = [],
    /** Texts read so far, shared by forks: the package itself doesn't change. */
    private readonly loaded: Map<string, PartText> = new Map(),
  ) {
    this.parts = new Map([...parts].map(([key, { name, part }]) => [key, { name, part }]));
  }

  /** An editor with the same changes that goes its own way from here. */
  fork(): PackageEditor {
    return new PackageEditor(this.pack, this.parts, this.loaded);
  }

  get limits(): Limits {
    return this.pack.limits;
  }

  /** The workbook part as it is now. */
  workbook(): WorkbookPart {
    return readWorkbookPart(this);
  }

  /** Content type of a part of the opened package. */
  contentType(name: string): string {
    return this.pack.contentType(name);
  }

  has(name: string): boolean {
    const edited = this.parts.get(name.toLowerCase());
    return edited ? edited.part.text !== null : this.pack.entry(name) !== undefined;
  }

  /** Names of all parts as they are now. */
  names(): string[] {
    const names = this.pack.archive.entries.map((entry) => entry.name).filter((name) => this.has(name));
    for (const { name, part } of this.parts.values())
      if (part.text !== null && part.original === null) names.push(name);
    return names;
  }

  /** Text of a part as it is now. */
  text(name: string): string {
    const edited = this.parts.get(name.toLowerCase());
    if (edited) {
      if (edited.part.text === null) throw new HostError("damaged", `missing part ${name}`);
      return edited.part.text;
    }
    return this.load(name).text;
  }

  /** Elements of a part as it is now; rows and merged areas of a worksheet are leapt over. */
  outline(name: string): Element {
    const key = name.toLowerCase();
    const text = this.text(name);
    const known = this.outlines.get(key);
    if (known?.text === text) return known.root;
    const root = readOutline(text, name, this.pack.limits.depth, OPAQUE);
    this.outlines.set(key, { text, root });
    return root;
  }

  /** Applies splices to a part's text. */
  splice(name: string, splices: readonly Splice[]): void {
    if (splices.length > 0) this.setText(name, applySplices(this.text(name), splices));
  }

  setText(name: string, text: string): void {
    const key = name.toLowerCase();
    const edited = this.parts.get(key);
    if (edited) {
      edited.part = { ...edited.part, text };
      return;
    }
    const loaded = this.load(name);
    if (!loaded.exact) throw new HostError("damaged", `${name}: text can't be written back`);
    this.parts.set(key, {
      name: this.pack.entry(name)?.name ?? name,
      part: { text, encode: loaded.encode, original: loaded.text },
    });
  }

  /** Adds a part (the XML declaration is put before it) with its content type. */
  add(name: string, text: string, contentType: string): void {
    this.parts.set(name.toLowerCase(), {
      name,
      part: {
        text: name.endsWith(".vml") ? text : DECLARATION + text,
        encode: (t) => new TextEncoder().encode(t),
        // A name that was there and went may come again.
        original: this.pack.entry(name) ? "" : null,
      },
    });
    if (contentType !== "") this.addContentType(name, contentType);
  }

  /** Removes a part, its relationships and its content type. */
  remove(name: string): void {
    const key = name.toLowerCase();
    const edited = this.parts.get(key);
    if (edited?.part.original === null) this.parts.delete(key);
    else {
      const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
      const entry = this.pack.entry(name);
      this.parts.set(key, { name: entry?.name ?? name, part: { text: null, encode, original: "" } });
    }
    const relationships = relationshipsName(name);
    if (this.has(relationships)) this.remove(relationships);
    this.removeContentType(name);
  }

  /**
   * A name that no part has: `xl/comments*.xml` with a number in place of the star. Nor one that is spoken of without
   * there being such a part: what is said of it (its type, who leads to it) would be ours afterwards.
   */
  freeName(pattern: string): string {
    const spokenOf = this.spokenOf();
    for (let n = 1; ; n++) {
      const name = pattern.replace("*", String(n));
      if (!this.has(name) && !spokenOf.has(name.toLowerCase())) return name;
    }
  }

  /** Names in content types and relationships that no part has, in lower case. */
  private spokenOf(): ReadonlySet<string> {
    if (this.missing) return this.missing;
    const names = new Set<string>();
    const note = (name: string): void => {
      if (this.pack.entry(name) === undefined) names.add(name.toLowerCase());
    };
    if (this.pack.has(CONTENT_TYPES)) {
      for (const element of childrenOf(
        readOutline(this.load(CONTENT_TYPES).text, CONTENT_TYPES, this.limits.depth),
        "Override",
      ))
        note((element.attributes.get("PartName") ?? "").replace(/^\/+/, ""));
    }
    for (const { name } of this.pack.archive.entries) {
      const source = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name);
      if (!source) continue;
      for (const target of this.targetsOf(`${source[1]}${source[2]}`)) note(target);
    }
    this.missing = names;
    return names;
  }

  /** Where a part of the opened package leads to; nowhere if that can't be read, which is not ours to judge. */
  private targetsOf(source: string): readonly string[] {
    try {
      return this.pack.relationships(source).flatMap(({ target }) => (target === null ? [] : [target]));
    } catch (error) {
      if (error instanceof HostError) return [];
      throw error;
    }
  }

  relationships(source: string): Relationship[] {
    const part = relationshipsName(source);
    if (!this.has(part)) return [];
    return childrenOf(this.outline(part), "Relationship").map((element) => relationshipOf(element, source));
  }

  /** Adds a relationship and returns its id: one that the source speaks of nowhere, not even without having it. */
  relate(source: string, type: string, target: string): string {
    const part = relationshipsName(source);
    const root = this.has(part) ? this.outline(part) : null;
    const ids = new Set(root ? childrenOf(root, "Relationship").map((element) => element.attributes.get("Id")) : []);
    const text = this.has(source) ? this.text(source) : "";
    let n = ids.size + 1;
    while (ids.has(`rId${n}`) || text.includes(`"rId${n}"`) || text.includes(`'rId${n}'`)) n++;
    const prefix = root?.prefix ?? "";
    const item = `<${prefix}Relationship Id="rId${n}" Type="${escapeXml(type)}" Target="${escapeXml(relativeTarget(source, target))}"/>`;
    if (root) this.splice(part, appendTo(this.text(part), root, item, 0));
    else this.add(part, `<Relationships xmlns="${RELATIONSHIPS}">${item}</Relationships>`, "");
    return `rId${n}`;
  }

  /** Removes the relationships of a source that lead to a part. */
  unrelate(source: string, target: string): void {
    const part = relationshipsName(source);
    if (!this.has(part)) return;
    const root = this.outline(part);
    const wanted = target.toLowerCase();
    const ours = childrenOf(root, "Relationship").filter(
      (element) => relationshipOf(element, source).target?.toLowerCase() === wanted,
    );
    const { splices, gone } = removeFrom(this.text(part), root, ours);
    if (gone) this.remove(part);
    else this.splice(part, splices);
  }

  /** The copy. Parts whose text is what it was are repeated byte for byte. */
  write(): Uint8Array {
    const changes = new Map<string, Uint8Array | null>();
    for (const { name, part } of this.parts.values()) {
      if (part.text === null) changes.set(name, null);
      else if (part.text !== part.original) changes.set(name, part.encode(part.text));
    }
    return writeZip(this.pack.archive, changes, this.pack.inflater);
  }

  /** Names of parts whose content differs from the opened package: changed, added or removed. */
  changed(): string[] {
    return [...this.parts.values()].filter(({ part }) => part.text !== part.original).map(({ name }) => name);
  }

  private load(name: string): PartText {
    const key = name.toLowerCase();
    let text = this.loaded.get(key);
    if (!text) {
      text = decodePart(this.pack.bytes(name, "patch"), name);
      this.loaded.set(key, text);
    }
    return text;
  }

  private addContentType(name: string, type: string): void {
    const root = this.outline(CONTENT_TYPES);
    const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    const known = childrenOf(root, "Default").some(
      (element) =>
        element.attributes.get("Extension")?.toLowerCase() === extension &&
        element.attributes.get("ContentType") === type,
    );
    if (known) return;
    const element = `<${root.prefix}Override PartName="${escapeXml(`/${name}`)}" ContentType="${escapeXml(type)}"/>`;
    this.splice(CONTENT_TYPES, appendTo(this.text(CONTENT_TYPES), root, element, 0));
  }

  private removeContentType(name: string): void {
    const root = this.outline(CONTENT_TYPES);
    const wanted = `/${name}`.toLowerCase();
    const ours = childrenOf(root, "Override").filter((e) => e.attributes.get("PartName")?.toLowerCase() === wanted);
    this.splice(CONTENT_TYPES, removeFrom(this.text(CONTENT_TYPES), root, ours).splices);
  }
}

const OPAQUE: ReadonlySet<string> = new Set(["sheetData", "mergeCells"]);

function relationshipOf(element: Element, source: string): Relationship {
  const external = element.attributes.get("TargetMode") === "External";
  return {
    id: element.attributes.get("Id") ?? "",
    type: element.attributes.get("Type") ?? "",
    target: external ? null : resolveTarget(source, element.attributes.get("Target") ?? ""),
  };
}

/**
 * A part's name as a relationship of another writes it. Absolute targets are as legal, but some readers only know
 * relative ones.
 * @example relativeTarget("xl/worksheets/sheet1.xml", "xl/comments1.xml") // "../comments1.xml"
 */
function relativeTarget(source: string, target: string): string {
  const from = source.split("/").slice(0, -1);
  const to = target.split("/");
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/");
}
