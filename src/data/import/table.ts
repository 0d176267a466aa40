export { headerNames } from "../raw/header-names.ts";
