export { decode, decodeCp1252, startsWith, type Decoded, type Encoding } from "../raw/decode.ts";
