/**
 * A pull scanner for XML text: one token after another, with positions, so that a patcher can cut and insert exactly
 * where it read. No document types, hence no entities to expand and none to fetch.
 */
import { HostError } from "../../port";
import { cellText, unescapeXml } from "./xml-text";

/** Attributes of one element; those of OOXML have a few dozen. */
const MOST_ATTRIBUTES = 2_000;

/** Namespace declarations in force at a time; documents have a dozen. */
const MOST_PREFIXES = 300;

type TokenKind = "open" | "close" | "text" | "end";

interface XmlAttribute {
  /** Qualified name (`r:id`). */
  readonly name: string;
  readonly raw: string;
  /** Offsets of the raw value, without quotes. */
  readonly start: number;
  readonly end: number;
}

interface OpenElement {
  readonly qualified: string;
  /** How many namespace declarations were known before it. */
  readonly declarations: number;
}

export class XmlScanner {
  kind: TokenKind = "end";
  /** Offsets of the token; a self-closing tag gives an open token and then an empty close token behind it. */
  start = 0;
  end = 0;
  /** Of an open or close token. */
  qualified = "";
  local = "";
  prefix = "";
  selfClosing = false;
  /** Elements open now; on an open token that element included, on a close token not any more. */
  depth = 0;

  private closePending = false;
  /** Where the next comment, CDATA or instruction begins, as far as it has been looked for. */
  private nextSpecial = -1;
  /** Where the next namespace declaration may stand, likewise. */
  private nextDeclaration = -1;
  private attributeList: readonly XmlAttribute[] | null = null;
  private readonly stack: OpenElement[] = [];
  private readonly prefixes: string[] = [];
  private readonly uris: string[] = [];

  /**
   * @param text the document, or a fragment of elements
   * @param part name of the part, for errors
   */
  constructor(
    readonly text: string,
    readonly part: string,
    private readonly maxDepth: number,
  ) {
    if (text.charCodeAt(0) === 0xfeff) this.end = 1;
  }

  /** Moves to the next token; false at the end of the document. Comments and processing instructions are passed over. */
  next(): boolean {
    if (this.closePending) return this.closeSelf();
    const { text } = this;
    for (;;) {
      const at = this.end;
      this.attributeList = null;
      if (at >= text.length) return this.finish();
      this.start = at;
      if (text.charCodeAt(at) !== 60) {
        const next = text.indexOf("<", at);
        this.end = next < 0 ? text.length : next;
        this.kind = "text";
        return true;
      }
      const after = text.charCodeAt(at + 1);
      if (after === 33 /* ! */) {
        if (text.startsWith("<!--", at)) this.end = this.find("-->", at + 4) + 3;
        else if (text.startsWith("<![CDATA[", at)) {
          this.end = this.find("]]>", at + 9) + 3;
          this.kind = "text";
          return true;
        } else throw this.damaged("document type");
        continue;
      }
      if (after === 63 /* ? */) {
        this.end = this.find("?>", at + 2) + 2;
        continue;
      }
      return after === 47 /* / */ ? this.readClose(at) : this.readOpen(at);
    }
  }

  /** Text of a text token, entities resolved, or of CDATA as it stands. */
  get value(): string {
    const raw = this.text.slice(this.start, this.end);
    return raw.startsWith("<![CDATA[") ? raw.slice(9, -3).replace(/\r\n?/g, "\n") : unescapeXml(raw);
  }

  /** Namespace of the open element's name; empty when none is declared. */
  get namespace(): string {
    return this.uriOf(this.prefix);
  }

  /** Namespace bound to a prefix here. */
  uriOf(prefix: string): string {
    for (let i = this.prefixes.length - 1; i >= 0; i--) if (this.prefixes[i] === prefix) return this.uris[i] ?? "";
    return "";
  }

  /** A prefix bound to one of the namespaces here; null when there is none. */
  prefixOf(isWanted: (uri: string) => boolean): string | null {
    for (let i = this.prefixes.length - 1; i >= 0; i--) {
      const prefix = this.prefixes[i] ?? "";
      if (prefix !== "" && isWanted(this.uris[i] ?? "") && this.uriOf(prefix) === this.uris[i]) return prefix;
    }
    return null;
  }

  /** Attributes of the open token, in order. */
  get attributes(): readonly XmlAttribute[] {
    this.attributeList ??= this.readAttributes();
    return this.attributeList;
  }

  /** Value of an attribute by its qualified name, entities and Excel's escapes resolved. */
  attribute(name: string): string | undefined {
    const found = this.attributes.find((a) => a.name === name);
    return found && attributeText(found.raw);
  }

  /** Value of an attribute by local name and namespace. */
  attributeIn(isWanted: (uri: string) => boolean, local: string): string | undefined {
    for (const { name, raw } of this.attributes) {
      const colon = name.indexOf(":");
      if (colon > 0 && name.slice(colon + 1) === local && isWanted(this.uriOf(name.slice(0, colon)))) {
        return attributeText(raw);
      }
    }
    return undefined;
  }

  /** From an open token: passes over the element's content, to its close token. */
  skip(): void {
    const depth = this.depth - 1;
    while (this.depth > depth || this.kind !== "close") if (!this.next()) throw this.damaged("cut off");
  }

  /**
   * Like `skip`, in leaps: character data and attributes can't hold a raw `<`, so the first end tag of that name is the
   * element's own unless elements of the name nest, or a comment or CDATA stands between; then it goes step by step.
   * For elements that don't nest in themselves (`sheetData`, `row`).
   */
  leap(): void {
    if (this.selfClosing) return this.skip();
    const close = this.text.indexOf(`</${this.qualified}`, this.end);
    if (close < 0) throw this.damaged("cut off");
    if (this.nextSpecial < this.end) {
      this.nextSpecial = Math.min(nextAfterLess(this.text, "!", this.end), nextAfterLess(this.text, "?", this.end));
    }
    if (this.nextSpecial < close) return this.skip();
    this.end = close;
    this.next();
  }

  /** From an open token: the text directly inside it, to its close token. */
  readText(): string {
    const inside = this.depth;
    let text = "";
    while (this.next()) {
      if (this.kind === "text" && this.depth === inside) text += this.value;
      else if (this.kind === "close" && this.depth < inside) return text;
    }
    throw this.damaged("cut off");
  }

  /** Continues right behind `offset`, which must lie directly inside the element that is open now. */
  continueAt(offset: number): void {
    this.end = offset;
  }

  damaged(what: string): HostError {
    return new HostError("damaged", `${this.part}: ${what}`);
  }

  private find(mark: string, from: number): number {
    const at = this.text.indexOf(mark, from);
    if (at < 0) throw this.damaged("cut off");
    return at;
  }

  private finish(): boolean {
    if (this.depth > 0) throw this.damaged("cut off");
    this.kind = "end";
    this.start = this.end;
    return false;
  }

  private closeSelf(): boolean {
    this.closePending = false;
    this.kind = "close";
    this.start = this.end;
    this.pop();
    return true;
  }

  private readClose(at: number): boolean {
    const end = this.find(">", at);
    let nameEnd = end;
    while (nameEnd > at && isBlank(this.text.charCodeAt(nameEnd - 1))) nameEnd--;
    this.end = end + 1;
    this.kind = "close";
    this.setName(at + 2, nameEnd);
    this.selfClosing = false;
    if (this.stack[this.depth - 1]?.qualified !== this.qualified)
      throw this.damaged(`</${this.qualified.slice(0, 40)}>`);
    this.pop();
    return true;
  }

  private pop(): void {
    const element = this.stack.pop();
    this.depth--;
    if (element && this.prefixes.length > element.declarations) {
      this.prefixes.length = element.declarations;
      this.uris.length = element.declarations;
    }
  }

  private readOpen(at: number): boolean {
    const { text } = this;
    let nameEnd = at + 1;
    while (nameEnd < text.length && !endsName(text.charCodeAt(nameEnd))) nameEnd++;
    if (nameEnd === at + 1) throw this.damaged("stray <");
    let end = nameEnd;
    let quote = 0;
    for (; end < text.length; end++) {
      const c = text.charCodeAt(end);
      if (quote) {
        if (c === quote) quote = 0;
      } else if (c === 34 || c === 39) quote = c;
      else if (c === 62) break;
      else if (c === 60) throw this.damaged("stray <");
    }
    if (end >= text.length) throw this.damaged("cut off");
    this.setName(at + 1, nameEnd);
    this.start = at;
    this.end = end + 1;
    this.kind = "open";
    this.selfClosing = text.charCodeAt(end - 1) === 47;
    this.stack.push({ qualified: this.qualified, declarations: this.prefixes.length });
    this.depth++;
    if (this.depth > this.maxDepth) throw new HostError("tooLarge", `${this.part}: nested ${this.maxDepth} deep`);
    if (this.nextDeclaration < nameEnd) {
      const found = text.indexOf("xmlns", nameEnd);
      this.nextDeclaration = found < 0 ? Infinity : found;
    }
    if (this.nextDeclaration < end) this.declare();
    this.closePending = this.selfClosing;
    return true;
  }

  private setName(from: number, to: number): void {
    this.qualified = this.text.slice(from, to);
    const colon = this.qualified.indexOf(":");
    this.prefix = colon < 0 ? "" : this.qualified.slice(0, colon);
    this.local = colon < 0 ? this.qualified : this.qualified.slice(colon + 1);
  }

  private declare(): void {
    for (const { name, raw } of this.attributes) {
      if (name === "xmlns") this.prefixes.push("");
      else if (name.startsWith("xmlns:")) this.prefixes.push(name.slice(6));
      else continue;
      this.uris.push(unescapeXml(raw).trim());
      if (this.uris.length > MOST_PREFIXES) throw new HostError("tooLarge", `${this.part}: namespaces`);
    }
  }

  private readAttributes(): XmlAttribute[] {
    const { text } = this;
    const list: XmlAttribute[] = [];
    let at = this.start + 1 + this.qualified.length;
    const limit = this.end - (this.selfClosing ? 2 : 1);
    while (at < limit) {
      if (isBlank(text.charCodeAt(at))) {
        at++;
        continue;
      }
      const equals = text.indexOf("=", at);
      if (equals < 0 || equals >= limit) throw this.damaged("attribute");
      let open = equals + 1;
      while (open < limit && isBlank(text.charCodeAt(open))) open++;
      const quote = text.charAt(open);
      const close = quote === '"' || quote === "'" ? text.indexOf(quote, open + 1) : -1;
      if (close < 0 || close >= limit) throw this.damaged("attribute");
      list.push({
        name: text.slice(at, equals).trimEnd(),
        raw: text.slice(open + 1, close),
        start: open + 1,
        end: close,
      });
      if (list.length > MOST_ATTRIBUTES) throw new HostError("tooLarge", `${this.part}: attributes`);
      at = close + 1;
    }
    return list;
  }
}

/** Value of an attribute as it is written: entities and Excel's escapes resolved. */
export function attributeText(raw: string): string {
  return cellText(/[\t\r\n]/.test(raw) ? raw.replace(/\r\n|[\t\r\n]/g, " ") : raw);
}

/** Where `<` and that character stand together next. Looks for the character, which is rare, not for `<`. */
function nextAfterLess(text: string, character: string, from: number): number {
  for (let at = text.indexOf(character, from); at >= 0; at = text.indexOf(character, at + 1)) {
    if (text.charCodeAt(at - 1) === 60) return at - 1;
  }
  return Infinity;
}

function isBlank(c: number): boolean {
  return c === 32 || c === 10 || c === 13 || c === 9;
}

function endsName(c: number): boolean {
  return c === 62 || c === 47 || isBlank(c);
}
