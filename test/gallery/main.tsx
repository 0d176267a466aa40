import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import "../../src/ui/style/base.css";
import { ChartDrawing } from "./ChartDrawing.tsx";
import { entriesOf } from "./gallery.ts";
import { Widgets } from "./Widgets.tsx";

const entries = entriesOf(import.meta.glob("./*.gallery.{ts,tsx}", { eager: true }));

function Gallery() {
  const [theme, setTheme] = useState("");
  const change = (next: string): void => {
    setTheme(next);
    if (next === "") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = next;
  };
  return (
    <main className="ui-stack" style={{ padding: "var(--space-2)" }}>
      <label className="ui-row">
        Tema
        <select
          className="ui-select"
          value={theme}
          onChange={(event) => {
            change(event.target.value);
          }}
        >
          <option value="">do sistema</option>
          <option value="light">claro</option>
          <option value="dark">escuro</option>
        </select>
      </label>
      <Widgets />
      <section className="ui-stack" aria-label="Gráficos">
        {entries.map((entry) => (
          <ChartDrawing key={entry.id} entry={entry} />
        ))}
      </section>
    </main>
  );
}

const root = document.getElementById("root");
if (root === null) throw new Error("no #root in the gallery page");
createRoot(root).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
);
