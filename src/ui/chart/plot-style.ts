/** Class name given to every Plot figure, so that the style it injects never changes. */
export const PLOT_CLASS = "plot-d6a7b5";

/** CSP source of the `<style>` element Plot 0.6.17 injects for `PLOT_CLASS`. */
export const PLOT_STYLE_HASH = "sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww=";
