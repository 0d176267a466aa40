/** A script run for its effect: it answers the engine's messages in a worker. */
declare module "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js";
