import fc from "fast-check";
import { agree, stored } from "./agree.js";
import type { Books } from "./books.js";
import { note } from "./coverage.js";
import type { Town } from "./town.js";

export type Step = fc.AsyncCommand<Books, Town>;

interface Verb<Choice> {
  /** Whether there is anything to do it with. */
  can?: (model: Books, choice: Choice) => boolean;
  /** Does it to both, and holds the answer against the model. */
  does: (model: Books, real: Town, choice: Choice) => Promise<void>;
}

/** A verb with what is drawn for it; afterwards every charge and balance must agree. */
export function step<Choice>(
  name: string,
  choices: fc.Arbitrary<Choice>,
  { can = () => true, does }: Verb<Choice>,
): fc.Arbitrary<Step> {
  return choices.map((choice) => ({
    check: (model) => can(model, choice),
    run: async (model, real) => {
      note(name);
      await does(model, real, choice);
      agree(model, await stored(real));
    },
    toString: () => `${name} ${JSON.stringify(choice)}`,
  }));
}

/** One of a list that is not known before the step runs. */
export const oneOf = <One>(list: readonly One[], drawn: number): One => list[drawn % list.length]!;
export const nothing = fc.constant(0);
export const drawn = fc.nat({ max: 999 });
/** A share of what there is, in per cent: parts, all, and now and then too much. */
export const share = fc.oneof(
  { weight: 5, arbitrary: fc.constant(100) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 99 }) },
  { weight: 1, arbitrary: fc.integer({ min: 101, max: 130 }) },
);
/** So many per cent of an amount, at least a fen. */
export const partOf = (fen: bigint, percent: number): bigint => {
  const part = (fen * BigInt(percent)) / 100n;
  return part > 0n ? part : 1n;
};
