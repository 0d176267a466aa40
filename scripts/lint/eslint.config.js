import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "publico-dist/", "node_modules/", ".generated/", ".cache/", "public/dados/", "public/publico/"] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: {
      parserOptions: {
        project: "./tsconfig.json",
        tsconfigRootDir: new URL("../..", import.meta.url).pathname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-console": ["error", { allow: ["error"] }],
      "max-lines": ["error", { max: 350, skipBlankLines: true, skipComments: true }],
      eqeqeq: "error",
    },
  },
  {
    // Where React is: these rules compile each file they are given.
    files: ["src/{ui,views,app}/**/*.{ts,tsx}", "test/**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // Both only report where the React Compiler, which is not used here, would give up.
      "react-hooks/preserve-manual-memoization": "off",
      "react-hooks/incompatible-library": "off",
    },
  },
  {
    files: ["scripts/**", "test/**"],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.{js,mjs,cjs}", "**/*.d.mts"],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: { document: "readonly", localStorage: "readonly", location: "readonly", requestAnimationFrame: "readonly", process: "readonly", console: "readonly", Buffer: "readonly", URL: "readonly", module: "writable", setTimeout: "readonly", performance: "readonly", PerformanceObserver: "readonly" } },
  },
);
