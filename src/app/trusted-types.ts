interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}

/**
 * Installs the page's only Trusted Types policy: script addresses must be of our
 * own origin (or a blob made by this page, for the engine's worker on hosts that
 * cannot send headers). HTML strings have no policy, so no code can insert them.
 */
export function installTrustedTypes(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  trustedTypes?.createPolicy("default", {
    createScriptURL: (url) => {
      const address = new URL(url, location.href);
      if (address.origin !== location.origin) {
        throw new TypeError(`Script address outside this app's origin: ${address.href}`);
      }
      return url;
    },
  });
}
