import type { PayerDto } from "@linli/contracts";
import dayjs from "dayjs";

/** A payer entry as a bar on its line, in per cent of the whole time shown. */
export interface PayerBar {
  payer: PayerDto;
  left: number;
  width: number;
}

const days = (day: string) => dayjs(day).valueOf() / 86_400_000;

/**
 * Payer entries as lines of bars, all items first, over the time from the first entry (five years back at most) to a
 * year after today, the last known end, or a year of what begins last.
 */
export function trackOf(payers: readonly PayerDto[], today: string) {
  const earliest = dayjs(today).subtract(5, "year").format("YYYY-MM-DD");
  const starts = payers.map(({ startsOn }) => startsOn).sort();
  const from = [starts[0] ?? today, earliest].sort().at(-1)!;
  const inAYear = (day: string) => dayjs(day).add(1, "year").format("YYYY-MM-DD");
  const ends = payers.map(({ endsOn, startsOn }) => endsOn ?? inAYear(startsOn));
  const to = [...ends, inAYear(today)].sort().at(-1)!;
  const scale = 100 / (days(to) - days(from) + 1);
  const at = (day: string) => Math.min(100, Math.max(0, (days(day) - days(from)) * scale));

  const names = new Map(payers.map(({ feeItemId, feeItemName }) => [feeItemId, feeItemName ?? "全部收费项目"]));
  const items = [...names.keys()].sort((a, b) => Number(a !== null) - Number(b !== null));
  const lines = items.map((item) => ({
    name: names.get(item)!,
    bars: payers
      .filter(({ feeItemId, endsOn }) => feeItemId === item && (endsOn === null || endsOn >= from))
      .map((payer): PayerBar => {
        const left = at(payer.startsOn);
        const right = payer.endsOn === null ? 100 : at(payer.endsOn) + scale;
        return { payer, left, width: Math.max(0, Math.min(100, right) - left) };
      }),
  }));
  return { lines, todayAt: at(today), from, to };
}
