/**
 * The web channel: office.js in an iframe and Excel beside it exchange JSON envelopes by postMessage. This is Excel's
 * side. It knows no window: whoever owns one passes messages in and out.
 */
import type { Engine, RichEvent } from "./engine";

export interface WebChannelOptions {
  readonly engine: Engine;
  readonly level: string;
  readonly controlId: string;
  readonly documentUrl: string;
  /** Posts a message to the pane. */
  readonly post: (message: string) => void;
  /** Called with the numbered actions the pane notifies (Tab leaving the pane, F2, Esc, telemetry). */
  readonly onNotify?: (action: number) => void;
}

interface Envelope {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

const RICH_API = 93;
const SETTINGS_REFRESH = 75;
const SETTINGS_SAVE = 76;

export interface WebChannel {
  receive(message: unknown): void;
  sendEvent(event: RichEvent): void;
}

export function createWebChannel(options: WebChannelOptions): WebChannel {
  let conversation = "";
  let settings: (readonly [string, string])[] = [];

  const post = (
    name: string,
    conversationId: string,
    correlationId: number,
    responseType: number,
    data: unknown,
  ): void => {
    options.post(
      JSON.stringify({
        _messageType: 1,
        _actionName: name,
        _conversationId: conversationId,
        _correlationId: correlationId,
        _origin: options.documentUrl,
        _data: data,
        _serializerVersion: 1,
        _errorCode: 0,
        _responseType: responseType,
      }),
    );
  };

  const context = (): unknown => ({
    _id: options.controlId,
    _appName: 16,
    _appVersion: 16,
    _appMinorVersion: 1,
    _appUILocale: "zh-CN",
    _dataLocale: "zh-CN",
    _docUrl: options.documentUrl,
    _clientMode: 1,
    _settings: settings,
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "emulated",
    _appInstanceId: options.controlId,
    _hostFullVersion: "16.0.15407.10000",
    _addinName: "taizhang",
    _appDomains: [],
    _featureGates: {},
    _requirementMatrix: requirementMatrix(options.level),
  });

  const execute = async (envelope: Envelope): Promise<void> => {
    const data = envelope._data as {
      DdaMethod?: { DispatchId?: number };
      ArrayData?: unknown[];
      DdaSettingsMethod?: { Properties?: [string, string][] };
    };
    const dispatch = data.DdaMethod?.DispatchId;
    const answer = (more: object): void =>
      post(envelope._actionName, envelope._conversationId, envelope._correlationId, 0, {
        Version: 1,
        Error: 0,
        ...more,
      });
    if (dispatch === RICH_API) {
      const array = data.ArrayData ?? [];
      const body = await options.engine.execute(String(array[4]), Number(array[6] ?? 0));
      if (body !== null) answer({ Data: [200, ["Content-Type", "application/json"], body] });
    } else if (dispatch === SETTINGS_REFRESH) {
      answer({ Properties: { Settings: settings.map(([Name, Value]) => ({ Name, Value })) } });
    } else if (dispatch === SETTINGS_SAVE) {
      settings = data.DdaSettingsMethod?.Properties ?? [];
      answer({});
    } else {
      throw new Error(`The emulated Excel doesn't know dispatch id ${String(dispatch)}.`);
    }
  };

  return {
    receive(message) {
      if (typeof message !== "string" || !message.startsWith("{")) return;
      const envelope = JSON.parse(message) as Envelope;
      if (envelope._messageType !== 0 || typeof envelope._actionName !== "string") return;
      conversation = envelope._conversationId;
      if (envelope._actionType === 1 || envelope._actionType === 2) {
        post(envelope._actionName, conversation, envelope._correlationId, 0, { Error: 0 });
      } else if (envelope._actionName === "ContextActivationManager_getAppContextAsync") {
        post(envelope._actionName, conversation, envelope._correlationId, 0, context());
      } else if (envelope._actionName === "ContextActivationManager_notifyHost") {
        const action = Array.isArray(envelope._data) ? Number(envelope._data[1]) : NaN;
        options.onNotify?.(action);
      } else if (envelope._actionName === "executeMethod") {
        void execute(envelope);
      }
    },
    sendEvent(event) {
      if (conversation === "") return;
      post("richApiMessage", conversation, -1, 1, {
        ArrayData: [[65536, event.type, event.target, event.args, 0, false]],
      });
    },
  };
}

/** What `isSetSupported` reads. Strings, because the number 1.10 would be 1.1. */
export function requirementMatrix(level: string): string {
  return JSON.stringify({
    ExcelApi: level,
    RichApiRuntime: "1.2",
    SharedRuntime: "1.1",
    DelayForCellEdit: "1.1",
    CustomXmlParts: "1.1",
  });
}
