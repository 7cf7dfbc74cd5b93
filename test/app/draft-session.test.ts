import { createDraftSession } from "../../src/app/draft-session";
import { pasteText } from "../../src/hosts/file/text-draft";

const edit = (start: number, quote: string, value: string) => ({
  line: 1,
  start,
  end: start + quote.length,
  quote,
  value,
});

describe("the draft session", () => {
  test("corrections are steps that are undone and redone; a new one forgets what was undone", () => {
    const session = createDraftSession();
    const texts: (string | undefined)[] = [];
    session.subscribe(() => texts.push(session.getSnapshot().draft?.lines[0]));
    session.open(pasteText("甲乙丙"));
    session.correct([edit(0, "甲", "一"), edit(2, "丙", "三")]);
    session.correct([edit(1, "乙", "二")]);
    expect(session.getSnapshot()).toMatchObject({ corrections: 3, canUndo: true, canRedo: false });
    session.undo();
    session.undo();
    expect(session.getSnapshot()).toMatchObject({ corrections: 0, canUndo: false, canRedo: true });
    session.redo();
    session.correct([edit(1, "乙", "贰")]);
    expect(session.getSnapshot().canRedo).toBe(false);
    expect(texts).toEqual(["甲乙丙", "一乙三", "一二三", "一乙三", "甲乙丙", "一乙三", "一贰三"]);
  });

  test("a correction that no longer fits is no step", () => {
    const session = createDraftSession();
    expect(session.correct([edit(0, "甲", "一")])).toBeNull();
    session.open(pasteText("甲"));
    expect(session.correct([edit(0, "乙", "二")])).toMatchObject({ applied: 0, left: [{ reason: "changed" }] });
    expect(session.getSnapshot().canUndo).toBe(false);
    session.undo();
    session.redo();
    expect(session.getSnapshot().draft?.lines).toEqual(["甲"]);
  });

  test("what is put aside comes back on request and with another draft", () => {
    const session = createDraftSession();
    session.open(pasteText("甲"));
    session.putAside("x");
    session.putAside("y");
    session.correct([edit(0, "甲", "乙")]);
    expect([...session.getSnapshot().putAside]).toEqual(["x", "y"]);
    session.bringBack();
    expect(session.getSnapshot().putAside.size).toBe(0);
    session.putAside("x");
    session.open(pasteText("丙"));
    expect(session.getSnapshot().putAside.size).toBe(0);
    session.close();
    expect(session.getSnapshot().draft).toBeNull();
  });
});
