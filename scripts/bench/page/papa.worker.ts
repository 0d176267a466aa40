import Papa from "papaparse";

/** Rows read, header included, or what went wrong. */
export type PapaAnswer = number | string;

const answer = (message: PapaAnswer): void => {
  self.postMessage(message);
};

self.onmessage = ({ data }: MessageEvent<File>): void => {
  data.text().then(
    (text) => {
      answer(Papa.parse<string[]>(text, { delimiter: ";", skipEmptyLines: true }).data.length);
    },
    (error: unknown) => {
      answer(String(error));
    },
  );
};
