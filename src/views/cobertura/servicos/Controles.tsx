import { SelectField } from "../../../ui/filters/SelectField.tsx";
import type { Contexto } from "./contexto.ts";
import { anoEmPalavras } from "./recorte.ts";

/** Which service, which years, and how satisfaction is read. */
export function Controles({ contexto: { recorte, mudar } }: { readonly contexto: Contexto }) {
  const { painel, ano, contra, anoDeHoje, servico, cem } = recorte;
  const anos = painel.anos.toReversed().map((um) => ({ valor: String(um), rotulo: anoEmPalavras(um, anoDeHoje) }));
  return (
    <div className="cobertura-servicos-campos ui-no-print">
      <SelectField
        rotulo="Serviço"
        valor={servico?.chave ?? ""}
        opcoes={[{ valor: "", rotulo: "Todos os serviços" }, ...painel.servicos.map(({ chave, nome }) => ({ valor: chave, rotulo: nome }))]}
        onMudar={(chave) => {
          mudar({ servico: chave });
        }}
      />
      <SelectField
        rotulo="Ano"
        valor={String(ano)}
        opcoes={anos}
        onMudar={(valor) => {
          mudar({ ano: Number(valor) });
        }}
      />
      {contra === null ? null : (
        <SelectField
          rotulo="Comparar com"
          valor={String(contra)}
          opcoes={anos.filter(({ valor }) => valor !== String(ano))}
          onMudar={(valor) => {
            mudar({ contra: Number(valor) });
          }}
        />
      )}
      <SelectField
        rotulo="Satisfação"
        valor={cem ? "cem" : "propria"}
        opcoes={[
          { valor: "propria", rotulo: "Na escala de cada pesquisa" },
          { valor: "cem", rotulo: "Posta de 0 a 100" },
        ]}
        onMudar={(valor) => {
          mudar({ cem: valor === "cem" });
        }}
      />
    </div>
  );
}
