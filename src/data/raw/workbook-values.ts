/** What a spreadsheet in Portuguese shows for a logical value. */
export function booleanText(value: boolean): string {
  return value ? "VERDADEIRO" : "FALSO";
}

const SCIENTIFIC = /^([+-]?)(\d+)(?:\.(\d*))?E([+-]?\d{1,3})$/i;
const MAX_SHIFT = 40;

/** Reads as thousands or as decimals when it stands as text among others. */
const TWO_READINGS = /^-?[1-9]\d{0,2}\.\d{3}$/;

/**
 * A number stored as such (a numeric cell, a number in a JSON) as text: the
 * digits as they are written, no exponent ("8.3E-2" → "0.083"), no ".0" after an
 * integer. One with exactly three decimals gets a zero more ("1.125" → "1.1250"):
 * its dot is surely for decimals, and as text alone it could read as 1125.
 */
export function plainNumber(text: string): string {
  const plain = withoutExponent(text.trim()).replace(/^(-?\d+)\.0*$/, "$1").replace(/^-0$/, "0");
  return TWO_READINGS.test(plain) ? `${plain}0` : plain;
}

function withoutExponent(text: string): string {
  const match = SCIENTIFIC.exec(text);
  if (match === null) return text;
  const [, sign = "", whole = "", decimals = "", exponent = "0"] = match;
  const shift = Number(exponent);
  if (Math.abs(shift) > MAX_SHIFT) return text;
  const digits = `${"0".repeat(MAX_SHIFT)}${whole}${decimals}${"0".repeat(MAX_SHIFT)}`;
  const point = MAX_SHIFT + whole.length + shift;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const right = digits.slice(point).replace(/0+$/, "");
  return `${sign === "-" ? "-" : ""}${left}${right === "" ? "" : `.${right}`}`;
}

/** Dates before this are a time of day alone: day zero of the spreadsheets' calendar. */
const FIRST_DAY = Date.UTC(1900, 0, 1);
const HALF_SECOND = 500;

/** ISO text of a moment a sheet stores without time zone: "2024-01-15", "2024-01-15T14:30:00", or "14:30:00" for a time alone. */
export function dateText(date: Date): string {
  const moment = new Date(date.getTime() + HALF_SECOND);
  const [day = "", time = ""] = moment.toISOString().slice(0, -5).split("T");
  if (date.getTime() < FIRST_DAY) return time;
  return time === "00:00:00" ? day : `${day}T${time}`;
}
