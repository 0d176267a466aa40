export { ENGINES, openEngineInNode, type EngineVariant } from "../../scripts/engine/engine-in-node.ts";
