// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, type ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { defineQuery, numero } from "../../src/data/queries/query.ts";
import { EngineError } from "../../src/data/session/session.ts";
import { useAnswer } from "../../src/ui/use-answer.ts";
import { button, click, render, settle } from "./render.tsx";
import { SessionByHand } from "./session-double.ts";

const contar = defineQuery({
  name: "contar",
  sql: "SELECT 1 AS n",
  params: (p: { readonly ano: number }) => [p.ano],
  row: { n: numero },
});

function Counter(props: { readonly session: SessionByHand; readonly ano: number; readonly enabled?: boolean }): ReactElement {
  const answer = useAnswer(props.session, contar, { ano: props.ano }, { enabled: props.enabled ?? true });
  if (answer.estado === "carregando") return <p>carregando</p>;
  if (answer.estado === "erro") {
    return (
      <button type="button" onClick={answer.tentarDeNovo}>
        {answer.erro.message}
      </button>
    );
  }
  return (
    <p>
      {answer.answer.params.ano}: {answer.answer.rows[0]?.n}
      {answer.atualizando ? " atualizando" : ""}
    </p>
  );
}

function mount(session: SessionByHand) {
  const client = new QueryClient();
  const screen = (ano: number, enabled = true): ReactElement => (
    <QueryClientProvider client={client}>
      <Counter session={session} ano={ano} enabled={enabled} />
    </QueryClientProvider>
  );
  return { screen, ...render(screen(2023)) };
}

/** The query cache tells its listeners in a timer of its own, set after the promise settled. */
async function answered(): Promise<void> {
  await settle();
  await settle();
}

describe("useAnswer", () => {
  it("keeps the previous answer, with its own parameters, while the next one loads", async () => {
    const session = new SessionByHand();
    const { host, update, screen } = mount(session);
    expect(host.textContent).toBe("carregando");
    session.asked[0]?.answer([{ n: 10 }]);
    await answered();
    expect(host.textContent).toBe("2023: 10");

    update(screen(2024));
    expect(host.textContent).toBe("2023: 10 atualizando");
    session.asked[1]?.answer([{ n: 20 }]);
    await answered();
    expect(host.textContent).toBe("2024: 20");

    update(screen(2023));
    expect(host.textContent).toBe("2023: 10");
    expect(session.asked).toHaveLength(2);
  });

  it("asks again when the loaded data change", async () => {
    const session = new SessionByHand();
    const { host } = mount(session);
    session.asked[0]?.answer([{ n: 10 }]);
    await answered();
    act(() => session.replace([]));
    expect(host.textContent).toBe("2023: 10 atualizando");
    session.asked[1]?.answer([{ n: 11 }]);
    await answered();
    expect(host.textContent).toBe("2023: 11");
  });

  it("asks once, shows the failure, and asks again only when told to", async () => {
    const session = new SessionByHand();
    const { host } = mount(session);
    session.asked[0]?.fail(new EngineError("O motor parou.", "Tente de novo.", "x"));
    await answered();
    expect(host.textContent).toBe("O motor parou.");
    expect(session.asked).toHaveLength(1);

    click(button(host, "O motor parou."));
    await answered();
    expect(host.textContent).toBe("carregando");
    session.asked[1]?.answer([{ n: 5 }]);
    await answered();
    expect(host.textContent).toBe("2023: 5");
  });

  it("puts an unforeseen failure in words a person can act on", async () => {
    const session = new SessionByHand();
    const { host } = mount(session);
    session.asked[0]?.fail(new TypeError("boom"));
    await answered();
    expect(host.textContent).toBe("A pergunta aos dados falhou.");
  });

  it("asks nothing while it is not enabled", () => {
    const session = new SessionByHand();
    const { update, screen } = mount(session);
    update(screen(2025, false));
    expect(session.asked.map(({ params }) => params)).toEqual([{ ano: 2023 }]);
  });
});
