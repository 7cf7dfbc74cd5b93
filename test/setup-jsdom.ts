/** What jsdom lacks and Fluent asks for: observers that never fire. Layout is tested in a real browser. */
class SilentObserver {
  observe(): void {
    // jsdom has no layout, so there is nothing to report.
  }
  unobserve(): void {
    // See observe.
  }
  disconnect(): void {
    // See observe.
  }
}
globalThis.ResizeObserver ??= SilentObserver as unknown as typeof ResizeObserver;

// jsdom has no marks of user timing; every browser that we support has.
if (typeof performance.mark !== "function") {
  Object.defineProperty(performance, "mark", { value: () => undefined, configurable: true });
}

// jsdom has no channels; Node's own would keep the process alive.
class TimedChannel {
  readonly port1: { onmessage: ((event: { readonly data: unknown }) => void) | null } = { onmessage: null };
  readonly port2 = { postMessage: (data: unknown) => void setTimeout(() => this.port1.onmessage?.({ data }), 0) };
}
globalThis.MessageChannel ??= TimedChannel as unknown as typeof MessageChannel;

// jsdom's window loses the keyboard with the element that had it; in browsers the body has it then.
if (typeof document !== "undefined") document.hasFocus = () => true;
