/** Processes that run tests with one fault switched on (runner.cjs); one that hangs or dies is replaced. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const RUNNER = fileURLToPath(new URL("runner.cjs", import.meta.url));

export class Worker {
  constructor(root, sources) {
    this.root = root;
    this.sources = sources;
  }

  /** The runner's answer; undefined when there is none within `ms`, or the process ended. */
  async ask(message, ms) {
    if (!this.child) {
      this.child = fork(RUNNER, [this.root], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
      await this.#answer({ sources: this.sources });
    }
    return this.#answer(message, ms);
  }

  #answer(message, ms) {
    const { child } = this;
    return new Promise((resolve) => {
      const done = (answer) => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (answer === undefined) this.stop();
        resolve(answer);
      };
      const timer = ms === undefined ? undefined : setTimeout(done, ms);
      child.once("message", done);
      child.once("exit", () => done());
      child.send(message);
    });
  }

  stop() {
    this.child?.kill("SIGKILL");
    this.child = undefined;
  }
}

/** Each of `items` by the next free worker. */
export async function shareOut(workers, items, work) {
  const left = items.map((item, index) => [item, index]);
  await Promise.all(
    workers.map(async (worker) => {
      for (let next = left.shift(); next; next = left.shift()) await work(worker, ...next);
    }),
  );
}
