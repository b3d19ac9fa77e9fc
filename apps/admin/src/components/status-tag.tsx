import { labelOf } from "../lib/labels";

/** What a state means to the reader; each tone is one colour everywhere. */
export type Tone = "neutral" | "active" | "good" | "warning" | "bad";

/** A state in words and colour: `<StatusTag value={room.status} labels={roomStatusLabels} tones={{ VACANT: "warning" }} />`. */
export function StatusTag({
  value,
  labels,
  tones = {},
}: {
  value: string | null | undefined;
  labels: Record<string, string>;
  tones?: Partial<Record<string, Tone>>;
}) {
  if (value === null || value === undefined) return <>—</>;
  return <span className={`tone tone-${tones[value] ?? "neutral"}`}>{labelOf(labels, value)}</span>;
}
