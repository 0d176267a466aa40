import type { Plugin } from "vite";
import { POLICY_META } from "./csp.ts";

/**
 * Finishes the built page: the policy for hosts that cannot send headers, and an
 * early request for the snapshot, so that it travels beside the code that draws it.
 */
export function finishPage(): Plugin {
  return {
    name: "mirante-finish-page",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) => {
        const snapshot = Object.values(bundle ?? {}).find(
          ({ type, fileName }) => type === "asset" && /^assets\/snapshot-.*\.json$/.test(fileName),
        );
        if (snapshot === undefined) throw new Error("The build has no snapshot asset: run npm run extracts first.");
        return [
          {
            tag: "meta",
            attrs: { "http-equiv": "Content-Security-Policy", content: POLICY_META },
            injectTo: "head-prepend",
          },
          {
            tag: "link",
            attrs: { rel: "preload", as: "fetch", crossorigin: "", href: `./${snapshot.fileName}` },
            injectTo: "head",
          },
        ];
      },
    },
  };
}
