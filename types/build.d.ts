/** Put in by webpack's DefinePlugin; undefined when sources run without a build (tests). */
declare const __TAIZHANG_BUILD__:
  { readonly version: string; readonly commit: string; readonly date: string } | undefined;

/** Whether this is the one-file page (台账助手.html), where nothing may be loaded from elsewhere. */
declare const __TAIZHANG_ONE_FILE__: boolean;
