import { refuseStrayDrops } from "../stray-drop.ts";
import { applyTheme, savedTheme } from "../theme.ts";
import { installTrustedTypes } from "../trusted-types.ts";
import { boot } from "./boot.tsx";

installTrustedTypes();
refuseStrayDrops();
applyTheme(savedTheme());

const container = document.getElementById("root");
if (container === null) throw new Error("publico.html has no #root element");
void boot(container);
