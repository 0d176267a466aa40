// @vitest-environment jsdom
import { expect, it } from "vitest";
import { useSame, useStable } from "../../src/ui/use-stable.ts";
import { render } from "./render.tsx";

interface ProbeProps {
  readonly call: (n: number) => void;
  readonly state: { readonly filters: readonly number[] };
}

it("a view keeps one function, which calls the newest, and one state while it says the same", () => {
  const stables: ((n: number) => void)[] = [];
  const states: ProbeProps["state"][] = [];
  function Probe({ call, state }: ProbeProps) {
    const stable = useStable(call);
    const same = useSame(state);
    return (
      <button
        type="button"
        onClick={() => {
          stables.push(stable);
          states.push(same);
          stable(1);
        }}
      >
        x
      </button>
    );
  }
  const heard: string[] = [];
  const draw = (who: string, filters: readonly number[]) => <Probe call={(n) => heard.push(`${who} ${n}`)} state={{ filters }} />;
  const { host, update } = render(draw("first", [1, 2]));
  host.querySelector("button")?.click();
  update(draw("second", [1, 2]));
  host.querySelector("button")?.click();
  update(draw("third", [2]));
  host.querySelector("button")?.click();
  expect(heard).toEqual(["first 1", "second 1", "third 1"]);
  expect(new Set(stables).size).toBe(1);
  expect(states[1]).toBe(states[0]);
  expect(states[2]).toEqual({ filters: [2] });
});
