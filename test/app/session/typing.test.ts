/** Texts still being written: there again in the next window, gone with an empty text, never on a shared computer. */
import { createSession } from "../../../src/app/session/session";
import { createMemoryStore, StorageError } from "../../../src/app/session/entries";
import { environment } from "./environment";

it("is there again, by its name, and leaves nothing when it is emptied", async () => {
  const store = createMemoryStore();
  const session = createSession({ ...environment(), store });
  await session.keepTyped("draft", "县委巡察组反馈的12个");
  const later = createSession({ ...environment(), store });
  expect(await later.typed("draft")).toBe("县委巡察组反馈的12个");
  expect(await later.typed("reason:x")).toBe("");
  expect(JSON.stringify(await later.exportKept())).not.toContain("县委巡察组");
  await later.keepTyped("draft", "");
  expect(await session.typed("draft")).toBe("");
  expect((await store.all()).size).toBe(0);
});

it("stays in its window on a shared computer, and where the store refuses", async () => {
  const store = createMemoryStore();
  const shared = createSession({ ...environment(), store, shared: { on: () => true, set: () => undefined } });
  await shared.keepTyped("draft", "某局");
  expect(await shared.typed("draft")).toBe("某局");
  expect((await store.all()).size).toBe(0);
  const fails = () => Promise.reject(new StorageError("refused"));
  const refusing = createSession({ ...environment(), store: { ...store, load: fails, change: fails, remove: fails } });
  await refusing.keepTyped("draft", "某局");
  expect(await refusing.typed("draft")).toBe("某局");
});
