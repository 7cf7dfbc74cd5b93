import { readdir } from "node:fs/promises";
import { Socket } from "node:net";
import { expectOneSentence, makeFolder, runCli } from "./run-cli";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const COMMANDS = ["check", "tally", "summary", "notice", "proofread"];

describe("taizhang demo", () => {
  it.each([
    ["zh", /只写入文件夹「(.+?)」/, "完成率 58%（7/12）", "责任单位未填", "按台账 7/12 应为58%"],
    ["en", /writes only to the folder “(.+?)”/, "rate 58% (7/12)", "unit is missing", "by the ledger 7/12 is 58%"],
  ])("walks from the ledger to a proofread notice: %s", async (lang, told, rate, finding, proof) => {
    const connect = jest.spyOn(Socket.prototype, "connect");
    const out = folder.path(`demo-${lang}`);
    const ran = await runCli(["demo", "-o", out, "--lang", lang]);
    expect([ran.status, ran.err]).toEqual([0, ""]);
    const shown = [...ran.out.matchAll(/^\$ taizhang (\w+)/gm)].map(([, name]) => name);
    expect(shown).toEqual(COMMANDS);
    for (const text of [rate, finding, proof]) expect(ran.out).toContain(text);
    // It names its folder, and everything is there.
    expect(told.exec(ran.out)?.[1]).toBe(out);
    expect((await readdir(out)).sort()).toEqual(
      ["整改台账-示例.xlsx", "整改台账-有问题的示例.xlsx", "要素.json", "通报.docx", "通报稿.txt"].sort(),
    );
    expect((await readdir(folder.path())).filter((name) => !name.startsWith("demo-"))).toEqual([]);
    expect(connect).not.toHaveBeenCalled();
    connect.mockRestore();
  });

  it("overwrites nothing, and takes no file", async () => {
    const again = await runCli(["demo", "-o", folder.path("demo-zh")]);
    expect(again.status).toBe(2);
    expectOneSentence(again.err);
    const named = await runCli(["demo", "台账.xlsx"]);
    expect(named.status).toBe(2);
    expectOneSentence(named.err);
    expect(named.out).toBe("");
  });
});
