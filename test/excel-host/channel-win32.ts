/** The desktop channel: `window.external`, as Excel for Windows offers it to the pane. */
import { requirementMatrix } from "./channel-web";
import type { Engine, RichEvent } from "./engine";

export interface Win32ChannelOptions {
  readonly engine: Engine;
  readonly level: string;
  readonly controlId: string;
  readonly documentUrl: string;
}

interface SafeArray {
  toArray(): unknown[];
  dimensions(): number;
}

type Callback = (response: unknown) => void;
type Handler = (id: number, payload: unknown) => void;

export interface Win32Channel {
  /** To be put at `window.external`. */
  readonly external: Record<string, unknown>;
  sendEvent(event: RichEvent): void;
}

const RICH_API = 93;
const RICH_API_MESSAGE = 33;

const safeArray = (items: unknown[]): SafeArray => ({ toArray: () => items, dimensions: () => 1 });

export function createWin32Channel(options: Win32ChannelOptions): Win32Channel {
  const handlers = new Map<number, Handler>();
  const context: Record<string, () => unknown> = {
    GetAppType: () => 1,
    GetSolutionRef: () => options.controlId,
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => "zh-CN",
    GetAppDataLocale: () => "zh-CN",
    GetDocUrl: () => options.documentUrl,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "emulated",
    GetInstanceId: () => options.controlId,
    GetSupportedMatrix: () => requirementMatrix(options.level),
    GetHostFullVersion: () => "16.0.14332.20000",
    GetFeaturesForSolution: () => "{}",
    GetInitialDisplayMode: () => 0,
    GetSettings: () => ({ Count: 0, Read: () => safeArray([]), GetKeys: () => safeArray([]) }),
  };
  const execute = async (id: number, params: unknown, callback: Callback): Promise<void> => {
    if (id !== RICH_API) throw new Error(`The emulated Excel doesn't know dispatch id ${id}.`);
    const first = (Array.isArray(params) ? params[0] : params) as unknown[];
    const body = await options.engine.execute(String(first[4]), Number(first[6] ?? 0));
    if (body !== null)
      callback(safeArray([0, safeArray([200, safeArray(["Content-Type", "application/json"]), body])]));
  };
  return {
    external: {
      GetContext: () => context,
      GetLoggingAllowed: () => false,
      Execute: (id: number, params: unknown, callback: Callback) => {
        void execute(id, params, callback);
      },
      RegisterEvent: (id: number, _target: string, handler: Handler, callback: Callback) => {
        handlers.set(id, handler);
        callback(0);
      },
      UnregisterEvent: (id: number, _target: string, callback: Callback) => {
        handlers.delete(id);
        callback(0);
      },
    },
    sendEvent(event) {
      handlers.get(RICH_API_MESSAGE)?.(
        RICH_API_MESSAGE,
        safeArray([[65536, event.type, event.target, event.args, 0, false]]),
      );
    },
  };
}
