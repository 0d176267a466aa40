import type { ViewProps } from "../../ui/view-props.ts";
import type { Estado } from "./estado.ts";

/** The complaints page. */
export default function View(props: ViewProps<Estado>) {
  void props;
  return <h1>Denúncias</h1>;
}
