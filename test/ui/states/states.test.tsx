// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";
import { EngineError } from "../../../src/data/session/session.ts";
import { AnswerState } from "../../../src/ui/states/AnswerState.tsx";
import { Loading } from "../../../src/ui/states/Loading.tsx";
import { PageSentence } from "../../../src/ui/states/PageSentence.tsx";
import { button, click, only, render } from "../render.tsx";

describe("AnswerState", () => {
  const draw = (answer: number) => <p>{answer} casos</p>;

  it("says what is being computed until there is an answer", () => {
    const { host, update } = render(
      <AnswerState<number> answer={{ estado: "carregando" }} rotulo="contando as denúncias">
        {draw}
      </AnswerState>,
    );
    expect(only(host, "[role=status]").textContent).toBe("contando as denúncias…");
    update(
      <AnswerState<number> answer={{ estado: "pronto", answer: 42, atualizando: false }} rotulo="x">
        {draw}
      </AnswerState>,
    );
    expect(host.textContent).toBe("42 casos");
  });

  it("keeps the former answer on screen while the next one loads, and says it is busy", () => {
    const { host } = render(
      <AnswerState<number> answer={{ estado: "pronto", answer: 7, atualizando: true }} rotulo="x">
        {draw}
      </AnswerState>,
    );
    expect(host.textContent).toBe("7 casos");
    expect(host.querySelectorAll("[aria-busy=true]")).toHaveLength(1);
  });

  it("shows what failed, what to do, the cause on demand, and truly retries", () => {
    const tentarDeNovo = vi.fn();
    const erro = new EngineError("O motor parou.", "Tente de novo.", "worker died");
    const { host } = render(
      <AnswerState<number> answer={{ estado: "erro", erro, tentarDeNovo }} rotulo="x">
        {draw}
      </AnswerState>,
    );
    const alert = only(host, "[role=alert]");
    expect(alert.textContent).toContain("O motor parou.Tente de novo.");
    expect(only(alert, "details pre").textContent).toBe("worker died");
    click(button(host, "Tentar de novo"));
    expect(tentarDeNovo).toHaveBeenCalledOnce();
  });
});

describe("Loading", () => {
  it("shows the share done where it is known, kept between 0 and 1", () => {
    const { host, update } = render(<Loading rotulo="baixando" progresso={0.421} />);
    expect(host.textContent).toBe("baixando (42\u00a0%)");
    update(<Loading rotulo="baixando" progresso={1.4} />);
    expect(host.textContent).toBe("baixando (100\u00a0%)");
    update(<Loading rotulo="baixando" progresso={null} />);
    expect(host.querySelectorAll("progress")).toHaveLength(0);
  });
});

describe("PageSentence", () => {
  it("has one heading and announces changes of the sentence", () => {
    const { host } = render(
      <PageSentence titulo="Prioridades" demonstracao>
        18 municípios pedem visita.
      </PageSentence>,
    );
    expect(only(host, "h1").textContent).toBe("Prioridades");
    expect(only(host, "[aria-live=polite]").textContent).toBe("18 municípios pedem visita.");
    expect(host.textContent).toContain("dados de demonstração");
  });

  it("is itself the heading when the page has no name of its own", () => {
    const { host } = render(<PageSentence>42 denúncias abertas.</PageSentence>);
    expect(only(host, "h1[aria-live=polite]").textContent).toBe("42 denúncias abertas.");
  });
});
