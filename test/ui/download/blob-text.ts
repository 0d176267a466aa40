/** Text of a blob of the test's document, which has no `text()` of its own. */
export function blobText(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === "string" ? reader.result : "");
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error("the blob could not be read"));
    };
    reader.readAsText(blob);
  });
}
