import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { KeyboardEvent, PointerEvent, MouseEvent } from "react";
import { fitScale, toScreen } from "../../core/camera.ts";
import { INCERTA_ROTULO } from "../../core/classes.ts";
import { MapCard } from "./MapCard.tsx";
import { MapControls } from "./MapControls.tsx";
import { commandOf, KEY_HELP, neighbourCode, startingCode } from "./map-keys.ts";
import { MapLabels } from "./MapLabels.tsx";
import { mapModel, meshNotes } from "./map-model.ts";
import { afterPaint, markAfterPaint } from "./after-paint.ts";
import type { CardLine, MunicipalMapProps } from "./props.ts";
import { rampStyle } from "./ramp-style.ts";
import { POR_GRUPO, SvgDrawing } from "./SvgDrawing.tsx";
import { createPainter } from "./svg-painter.ts";
import type { SvgPainter } from "./svg-painter.ts";
import { TourLines } from "./TourLines.tsx";
import { useTourMarks } from "./use-tour-marks.ts";
import { useGlDrawing } from "./use-gl-drawing.ts";
import { useGrowing } from "../use-growing.ts";
import { createViewport } from "./viewport.ts";
import "./map.css";

const UNCERTAIN_LINE: CardLine = { rotulo: "Faixa do mapa", texto: INCERTA_ROTULO };

/**
 * The municipal choropleth. The SVG drawing is on screen at once and takes the
 * pointer; where the machine has a GPU the WebGL drawing replaces its picture
 * when ready, with the same camera, labels, card and keyboard.
 */
export function MunicipalMap(props: MunicipalMapProps) {
  const { mesh, topologyUrl, municipios, layer, selecionado, destacado, rotulados, foraDoFiltro, leitura, viagens } = props;
  const { onSelecionar, onDestacar } = props;
  const model = useMemo(() => mapModel(mesh, municipios), [mesh, municipios]);
  const viewport = useMemo(() => createViewport(mesh), [mesh]);
  const camera = useSyncExternalStore(viewport.subscribe, viewport.camera);
  const box = useSyncExternalStore(viewport.subscribe, viewport.box);
  // A state is drawn in one turn of the page's thread, a country in several, and its tours after it.
  const desenhados = useGrowing(mesh.paths.length, 2 * POR_GRUPO, POR_GRUPO);
  const { marks, marcados } = useTourMarks(desenhados < mesh.paths.length ? undefined : viagens, model, camera, viewport.frame, box);
  const prefix = `map${useId().replace(/[^\w-]/g, "")}`;
  const helpId = `${prefix}-help`;
  const surface = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const world = useRef<SVGGElement>(null);
  const painter = useRef<SvgPainter | null>(null);
  const [spoken, setSpoken] = useState("");

  useLayoutEffect(() => {
    painter.current = svg.current && createPainter(svg.current, prefix);
  }, [mesh, model, prefix]);
  useLayoutEffect(() => {
    painter.current?.grow();
  }, [mesh, model, prefix, desenhados]);
  useLayoutEffect(() => {
    painter.current?.paint(layer, foraDoFiltro);
  }, [mesh, model, prefix, layer, foraDoFiltro]);
  useLayoutEffect(() => {
    painter.current?.outline({ selecionado, destacado });
  }, [mesh, model, prefix, desenhados, selecionado, destacado]);
  useLayoutEffect(() => {
    world.current?.setAttribute("transform", `translate(${camera.x} ${camera.y}) scale(${camera.k})`);
  }, [mesh, model, camera]);
  useLayoutEffect(() => {
    if (box.width > 0) painter.current?.scalePatterns(fitScale(viewport.frame, box) * camera.k);
  }, [mesh, model, prefix, viewport, box, camera.k]);

  useLayoutEffect(() => {
    const element = surface.current;
    if (!element) return;
    const measure = (): void => {
      viewport.setBox({ width: element.clientWidth, height: element.clientHeight });
    };
    if (typeof ResizeObserver === "undefined") {
      measure();
      return;
    }
    // Heard with the first layout, before it is painted: asking now would lay out the page once more.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [viewport]);

  const isColoured = layer.classe.size + layer.ausencia.size > 0;
  useEffect(() => {
    if (!isColoured) return;
    // The page itself may have shown a picture before; this map is the one that answers.
    markAfterPaint("mirante:choropleth");
    markAfterPaint("mirante:live");
  }, [isColoured]);

  useEffect(() => {
    let detach: (() => void) | null = null;
    let isGone = false;
    const cancel = afterPaint(() => {
      void import("./svg-zoom.ts").then(({ attachZoom }) => {
        if (isGone || !svg.current) return;
        detach = attachZoom(svg.current, viewport, () => document.activeElement === surface.current);
      });
    });
    return () => {
      isGone = true;
      cancel();
      detach?.();
    };
  }, [viewport]);

  const gl = useGlDrawing({ host, topologyUrl, model, viewport, layer, foraDoFiltro, selecionado, destacado });

  const cardOf = (codigo: number): readonly CardLine[] =>
    layer.incertas?.has(codigo) ? [...props.card(codigo), UNCERTAIN_LINE] : props.card(codigo);
  const describe = (codigo: number): string => {
    const nome = model.municipios[model.indice.get(codigo) ?? -1]?.nome ?? "";
    return [nome, ...cardOf(codigo).map((l) => `${l.rotulo}: ${l.texto}`)].join(". ");
  };
  const point = (codigo: number): void => {
    const ancora = model.ancoras[model.indice.get(codigo) ?? -1];
    if (ancora) viewport.reveal(ancora);
    onDestacar(codigo);
    setSpoken(describe(codigo));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    if (command.tipo === "andar") {
      const de = destacado ?? selecionado;
      const centro = { x: mesh.width / 2, y: mesh.height / 2 };
      const para = de === null ? startingCode(model, selecionado, rotulados, centro) : neighbourCode(model, de, command.direcao);
      if (para === null) setSpoken("Não há município nessa direção.");
      else point(para);
    } else if (command.tipo === "selecionar") {
      if (destacado === null) return;
      onSelecionar(destacado);
      setSpoken(`Selecionado: ${describe(destacado)}`);
    } else if (command.tipo === "limpar") {
      onDestacar(null);
      onSelecionar(null);
      setSpoken("Seleção limpa.");
    } else if (command.tipo === "aproximar") viewport.zoomBy(command.fator);
    else if (command.tipo === "ver-tudo") viewport.reset();
    else setSpoken(leitura);
  };
  const onFocus = (): void => {
    if (!surface.current?.matches(":focus-visible")) return;
    const centro = { x: mesh.width / 2, y: mesh.height / 2 };
    const codigo = destacado ?? startingCode(model, selecionado, rotulados, centro);
    if (codigo !== null) point(codigo);
  };
  const onPointerOver = (event: PointerEvent): void => {
    const codigo = codeAt(event.target);
    if (event.pointerType !== "touch" && event.buttons === 0 && codigo !== destacado) onDestacar(codigo);
  };
  const onClick = (event: MouseEvent): void => {
    const codigo = codeAt(event.target);
    if (codigo !== destacado) onDestacar(codigo);
    if (codigo !== selecionado) onSelecionar(codigo);
  };

  const apontado = destacado === null ? undefined : model.indice.get(destacado);
  const ancora = apontado === undefined ? null : (model.ancoras[apontado] ?? null);
  return (
    <div className="map map-ramp" style={rampStyle(layer.ramp, layer.classes.length)} data-desenho={gl.isOn ? "webgl" : "svg"}>
      <div className="map-stage">
        <div
          ref={surface}
          className="map-surface"
          role="application"
          aria-roledescription="mapa"
          aria-label={layer.titulo}
          aria-describedby={helpId}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onBlur={() => {
            onDestacar(null);
          }}
          onPointerOver={onPointerOver}
          onPointerLeave={() => {
            if (destacado !== null) onDestacar(null);
          }}
          onClick={onClick}
        >
          <div ref={host} className="map-gl" aria-hidden="true" />
          <SvgDrawing mesh={mesh} model={model} frame={viewport.frame} patternPrefix={prefix} desenhados={desenhados} ref={svg} worldRef={world} />
          {viagens === undefined || marks === null ? null : (
            <TourLines {...{ marks, model, camera, box }} tours={viagens} frame={viewport.frame} />
          )}
          <MapLabels {...{ model, camera, box, selecionado, destacado, rotulados, marcados }} frame={viewport.frame} />
        </div>
        <MapControls viewport={viewport} isHome={camera.k === 1} />
        {destacado !== null && apontado !== undefined ? (
          <MapCard
            nome={model.municipios[apontado]?.nome ?? ""}
            linhas={cardOf(destacado)}
            ponto={ancora && toScreen(ancora, camera, viewport.frame, box)}
            box={box}
          />
        ) : null}
      </div>
      <p className="map-reading">{leitura}</p>
      {meshNotes(mesh, model).map((nota) => (
        <p key={nota} className="map-note">
          {nota}
        </p>
      ))}
      <p className="map-note" role="status">
        {gl.nota}
      </p>
      <p id={helpId} className="ui-hidden">
        {KEY_HELP}
      </p>
      <p className="ui-hidden" role="status">
        {spoken}
      </p>
    </div>
  );
}

function codeAt(target: EventTarget): number | null {
  const codigo = target instanceof Element ? target.getAttribute("data-codigo") : null;
  return codigo === null ? null : Number(codigo);
}
