/** The pages, in menu order; the first is the front page. `tasks.tsx` says what each draws. */
export const MENU = [
  { id: "prioridades", titulo: "Prioridades" },
  { id: "visitas", titulo: "Visitas" },
  { id: "denuncias", titulo: "Denúncias" },
  { id: "cobertura", titulo: "Cobertura" },
  { id: "transparencia", titulo: "Transparência" },
  { id: "dados", titulo: "Dados" },
  { id: "qualidade", titulo: "Qualidade" },
  { id: "metodologia", titulo: "Metodologia" },
] as const;

export type PageId = (typeof MENU)[number]["id"];
