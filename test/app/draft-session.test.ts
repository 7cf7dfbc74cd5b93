import { createDraftSession } from "../../src/app/draft-session";
import { pasteText } from "../../src/hosts/file/text-draft";
import { edit } from "./draft-edit";

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

  test("corrections are unsaved until they are downloaded; taken back, there is nothing to lose", () => {
    const session = createDraftSession();
    const unsaved = () => session.getSnapshot().unsaved;
    session.open(pasteText("甲乙丙"));
    expect(unsaved()).toBe(false);
    session.correct([edit(0, "甲", "一")]);
    expect(unsaved()).toBe(true);
    session.undo();
    expect(unsaved()).toBe(false);
    session.redo();
    session.saved();
    expect(unsaved()).toBe(false);
    session.undo();
    expect(unsaved()).toBe(true);
  });

  test("its steps, made one after the other in the draft that was opened, give the draft as it is", () => {
    const session = createDraftSession();
    const opened = pasteText("甲乙丙");
    session.open(opened);
    session.correct([edit(0, "甲", "一一"), edit(2, "丙", "三")]);
    session.correct([edit(2, "乙", "二")]);
    session.correct([edit(3, "三", "叁")]);
    session.undo();
    const { draft, steps } = session.getSnapshot();
    expect(steps).toHaveLength(2);
    const again = steps.reduce((now, edits) => now.correct(edits).draft, opened);
    expect(again.lines).toEqual(draft?.lines);
    expect(again.lines).toEqual(["一一二三"]);
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

  test("what is set aside belongs to the draft that was opened, whatever is corrected in it", () => {
    const session = createDraftSession();
    const ignores = new Map([["x", { id: "x", reason: "已核对", at: "2025-10-10T00:00:00Z" }]]);
    const first = pasteText("甲");
    session.open(first);
    session.setIgnores(first, ignores);
    session.correct([edit(0, "甲", "乙")]);
    expect(session.getSnapshot()).toMatchObject({ opened: first, ignores });
    const second = pasteText("丙");
    session.open(second);
    expect(session.getSnapshot().ignores.size).toBe(0);
    // An answer that comes after its draft has gone.
    session.setIgnores(first, ignores);
    expect(session.getSnapshot().ignores.size).toBe(0);
    session.close();
    expect(session.getSnapshot()).toMatchObject({ draft: null, opened: null });
  });
});
