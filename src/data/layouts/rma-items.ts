export interface RmaItem {
  readonly indicador: string;
  readonly descricao: string;
}

/** Items of the monthly form of the CRAS (RMA, formulário 1) that feed the catalogue; all count families, persons or acts of one month. */
export const CRAS_ITEMS: Readonly<Record<string, RmaItem>> = {
  a1: { indicador: "rma-paif-acompanhamento", descricao: "Total de famílias em acompanhamento pelo PAIF" },
  a2: { indicador: "rma-paif-novas", descricao: "Novas famílias inseridas no acompanhamento do PAIF" },
  c1: { indicador: "rma-cras-atendimentos", descricao: "Total de atendimentos particularizados" },
  c5: { indicador: "rma-cras-encaminhadas-creas", descricao: "Famílias encaminhadas para o CREAS" },
  c6: { indicador: "rma-cras-visitas", descricao: "Visitas domiciliares realizadas" },
  c7: { indicador: "rma-cras-natalidade", descricao: "Auxílios-natalidade concedidos" },
  c8: { indicador: "rma-cras-funeral", descricao: "Auxílios-funeral concedidos" },
  c9: { indicador: "rma-cras-outros-eventuais", descricao: "Outros benefícios eventuais concedidos" },
  d1: { indicador: "rma-paif-grupos", descricao: "Famílias participando regularmente de grupos do PAIF" },
};

/** Items of the monthly form of the CREAS (RMA, formulário 2). */
export const CREAS_ITEMS: Readonly<Record<string, RmaItem>> = {
  a1: { indicador: "rma-paefi-acompanhamento", descricao: "Total de casos em acompanhamento pelo PAEFI" },
  a2: { indicador: "rma-paefi-novos", descricao: "Novos casos inseridos no acompanhamento do PAEFI" },
  c1: { indicador: "rma-creas-criancas-intrafamiliar", descricao: "Crianças ou adolescentes vítimas de violência intrafamiliar" },
  c2: { indicador: "rma-creas-criancas-abuso", descricao: "Crianças ou adolescentes vítimas de abuso sexual" },
  c3: { indicador: "rma-creas-criancas-exploracao", descricao: "Crianças ou adolescentes vítimas de exploração sexual" },
  c4: { indicador: "rma-creas-criancas-negligencia", descricao: "Crianças ou adolescentes vítimas de negligência ou abandono" },
  c5: { indicador: "rma-creas-trabalho-infantil", descricao: "Crianças ou adolescentes em situação de trabalho infantil" },
  d1: { indicador: "rma-creas-idosos-violencia", descricao: "Pessoas idosas vítimas de violência intrafamiliar" },
  d2: { indicador: "rma-creas-idosos-negligencia", descricao: "Pessoas idosas vítimas de negligência ou abandono" },
  e1: { indicador: "rma-creas-pcd-violencia", descricao: "Pessoas com deficiência vítimas de violência" },
  e2: { indicador: "rma-creas-pcd-negligencia", descricao: "Pessoas com deficiência vítimas de negligência" },
  f1: { indicador: "rma-creas-mulheres", descricao: "Mulheres adultas vítimas de violência intrafamiliar" },
  g1: { indicador: "rma-creas-trafico", descricao: "Pessoas vítimas de tráfico de seres humanos" },
  h1: { indicador: "rma-creas-discriminacao", descricao: "Pessoas vítimas de discriminação por orientação sexual" },
  i1: { indicador: "rma-creas-situacao-rua", descricao: "Pessoas em situação de rua" },
  j1: { indicador: "rma-mse-total", descricao: "Total de adolescentes em cumprimento de medidas socioeducativas" },
  j4: { indicador: "rma-mse-novos", descricao: "Novos adolescentes em cumprimento de medidas socioeducativas" },
  k1: { indicador: "rma-abordagem-pessoas", descricao: "Pessoas abordadas pelo Serviço de Abordagem Social" },
  l1: { indicador: "rma-abordagem-total", descricao: "Quantidade total de abordagens realizadas" },
  m1: { indicador: "rma-creas-atendimentos", descricao: "Total de atendimentos individualizados" },
};

/** Item code ("c1") of a column title: "C1", "c.1", "C_1", "Item C1"; null for anything else. */
export function rmaItem(titulo: string): string | null {
  const match = /^(?:item[ _.]*)?([a-m])[ _.]?(\d{1,2})$/i.exec(titulo.trim());
  return match === null ? null : `${(match[1] ?? "").toLowerCase()}${match[2] ?? ""}`;
}
