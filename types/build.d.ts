/** Put in by webpack's DefinePlugin; undefined when sources run without a build (tests). */
declare const __TAIZHANG_BUILD__: { readonly version: string; readonly commit: string; readonly date: string } | undefined;
