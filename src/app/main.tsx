import { boot } from "./boot.tsx";
import { refuseStrayDrops } from "./stray-drop.ts";
import { applyTheme, savedTheme } from "./theme.ts";
import { installTrustedTypes } from "./trusted-types.ts";

installTrustedTypes();
refuseStrayDrops();
applyTheme(savedTheme());

const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no #root element");
void boot(container);
