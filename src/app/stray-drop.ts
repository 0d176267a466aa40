/**
 * Keeps the browser from opening, in place of the app, a file dropped where nobody
 * takes it: what was loaded would be lost. The page that takes files handles its own.
 */
export function refuseStrayDrops(): void {
  for (const type of ["dragover", "drop"] as const) {
    window.addEventListener(type, (event) => {
      if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
    });
  }
}
