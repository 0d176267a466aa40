/** What the engine in the browser has only as an extension, which nothing may ask for. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ["the clock (the reference date is a parameter)", /\b(current_date|current_time|current_timestamp|localtime|localtimestamp)\b/i],
  ["the clock (the reference date is a parameter)", /\b(now|today|get_current_timestamp|transaction_timestamp)\s*\(/i],
  ["time zones (ICU)", /\bat\s+time\s+zone\b|\btimestamptz\b|\btimestamp\s+with\s+time\s+zone\b|\btimezone\b/i],
  ["locale collation (ICU)", /\bcollate\s+"?(?!nocase\b|noaccent\b|nfc\b|binary\b)\w+/i],
  ["JSON", /::\s*json\b|\bas\s+json\b|\b(json_\w+|to_json|row_to_json|array_to_json|read_json\w*|read_ndjson\w*)\s*\(|->/i],
  ["Parquet", /\b(read_parquet|parquet_\w+)\s*\(|\.parquet\b/i],
  ["spreadsheets, spatial or full-text search", /\b(read_xlsx|st_\w+|match_bm25)\s*\(/i],
  ["extensions", /\b(install|load)\s+'?\w+/i],
  ["files and other origins", /\b(read_csv\w*|read_text|read_blob|glob)\s*\(|\bhttps?:\/\//i],
  ["statements", /(^|;)\s*(attach|copy|create|drop|insert|update|delete|alter|pragma|set|export|import|call)\b|;\s*\S/i],
];

/** The reasons why a query's SQL may not run in the browser; empty when it may. */
export function sqlProblems(sql: string): string[] {
  const code = sql.replaceAll(/--[^\n]*/g, " ").replaceAll(/\/\*[\s\S]*?\*\//g, " ");
  return FORBIDDEN.flatMap(([what, pattern]) => {
    const found = pattern.exec(code)?.[0];
    return found === undefined ? [] : [`${what}: ${found.trim()}`];
  });
}
