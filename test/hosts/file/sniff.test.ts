import { sniff } from "../../../src/hosts/file/sniff";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => new Uint8Array(values);

describe("sniff", () => {
  it.each([
    ["nothing", new Uint8Array(0), "empty"],
    ["blank text", utf8(" \n\t"), "empty"],
    ["a zip", bytes(0x50, 0x4b, 3, 4, 20, 0), "zip"],
    ["an empty zip", bytes(0x50, 0x4b, 5, 6, 0, 0), "zip"],
    ["a compound file", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), "ole"],
    ["a bare BIFF stream", bytes(0x09, 0x08, 0x10, 0), "biff"],
    ["a PDF", utf8("%PDF-1.7\n"), "pdf"],
    ["a PNG", bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), "image"],
    ["a JPEG", bytes(0xff, 0xd8, 0xff, 0xe0), "image"],
    ["a bitmap", bytes(0x42, 0x4d, 0x00, 0x01, 0, 0), "image"],
    ["text that begins like a bitmap", utf8("BM,序号,问题"), "text"],
    ["a web page", utf8("<!DOCTYPE html><html>"), "markup"],
    ["a web page with capitals", utf8("\n<HTML><TABLE>"), "markup"],
    ["XML 2003", utf8('\uFEFF<?xml version="1.0"?><Workbook>'), "markup"],
    ["JSON", utf8('{ "schema": 1 }'), "json"],
    ["a JSON list", utf8("[ {"), "json"],
    ["text with braces", utf8("{备注},问题"), "text"],
    ["UTF-8 text", utf8("序号,问题"), "text"],
    ["UTF-16 text", bytes(0xff, 0xfe, 0x8f, 0x5e, 0xf7, 0x53), "text"],
    ["GBK text", bytes(0xd0, 0xf2, 0xba, 0xc5, 0x2c), "text"],
    ["noise", bytes(1, 2, 3, 0, 255), "binary"],
    ["an executable", bytes(0x7f, 0x45, 0x4c, 0x46), "binary"],
  ])("tells %s", (_what, content, kind) => {
    expect(sniff(content)).toBe(kind);
  });
});
