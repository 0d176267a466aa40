/** Saves a blob as a file of the given name (with extension). */
export function downloadBlob(arquivo: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = arquivo;
  document.body.append(link);
  link.click();
  link.remove();
  // Firefox reads the address after the click returns.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

/** Saves CSV text as it stands (byte-order mark included by `toCsv`); adds `.csv` when missing. */
export function downloadCsv(arquivo: string, text: string): void {
  const name = arquivo.endsWith(".csv") ? arquivo : `${arquivo}.csv`;
  downloadBlob(name, new Blob([text], { type: "text/csv;charset=utf-8" }));
}
