import { median, tenth, warmUp, withFreshBrowser, type Link, type Served, type Serving } from "./open.ts";

/** One cold visit to the front page, in ms from navigation and bytes on the wire. */
interface Visit {
  readonly fcp: number;
  readonly coropletico: number;
  /** MapLibre idle; null where the map is the SVG one. */
  readonly mapa: number | null;
  readonly motor: number;
  readonly bytesPedidosAntesDoCoropletico: number;
  readonly bytes: number;
  readonly requisicoes: number;
}

export type ColdStart = Readonly<Record<keyof Visit | "razao" | "execucoes", number | null>>;

const PATIENCE_MS = 180_000;

interface Circumstances {
  /** Chooses the map's drawing (`?mapa=webgl`, `?mapa=svg` or nothing). */
  readonly query: string;
  readonly link: Link | null;
  /** Whether the browser has already shown another site's page; the profile is new either way. */
  readonly isWarm: boolean;
  readonly runs: number;
}

/** Medians of cold visits. */
export async function coldStart(serving: Serving, circumstances: Circumstances): Promise<ColdStart> {
  const { runs } = circumstances;
  const visits: Visit[] = [];
  for (let run = 0; run < runs; run += 1) visits.push(await visit(serving, circumstances));
  const of = (key: keyof Visit): number | null => {
    const values = visits.map((v) => v[key]).filter((value) => value !== null);
    return values.length === 0 ? null : tenth(median(values));
  };
  return {
    execucoes: runs,
    fcp: of("fcp"),
    coropletico: of("coropletico"),
    mapa: of("mapa"),
    motor: of("motor"),
    /** How many times later the engine is ready than the first choropleth, within each visit. */
    razao: tenth(median(visits.map((v) => v.motor / v.coropletico))),
    bytesPedidosAntesDoCoropletico: of("bytesPedidosAntesDoCoropletico"),
    bytes: of("bytes"),
    requisicoes: of("requisicoes"),
  };
}

async function visit(serving: Serving, { query, link, isWarm }: Circumstances): Promise<Visit> {
  serving.take();
  return withFreshBrowser(link, async ({ page }) => {
    if (isWarm) await warmUp(page);
    await page.goto(`${serving.url}/${query}#/prioridades`, { waitUntil: "commit" });
    const hasMap = query.includes("webgl");
    const marks = ["mirante:choropleth", "mirante:engine", ...(hasMap ? ["mirante:map"] : [])];
    await page.waitForFunction(
      (names) => names.every((name) => performance.getEntriesByName(name).length > 0),
      marks,
      { timeout: PATIENCE_MS },
    );
    const [origin = Number.NaN, ...starts] = await page.evaluate(
      (names) => [
        performance.timeOrigin,
        ...names.map((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
      ],
      ["first-contentful-paint", "mirante:choropleth", "mirante:engine", "mirante:map"],
    );
    const [fcp = Number.NaN, coropletico = Number.NaN, motor = Number.NaN, mapa = Number.NaN] = starts;
    const served = serving.take();
    return {
      fcp,
      coropletico,
      mapa: Number.isNaN(mapa) ? null : mapa,
      motor,
      bytesPedidosAntesDoCoropletico: sum(served.filter(({ from }) => from <= origin + coropletico)),
      bytes: sum(served),
      requisicoes: served.length,
    };
  });
}

function sum(served: readonly Served[]): number {
  return served.reduce((total, { bytes }) => total + bytes, 0);
}
