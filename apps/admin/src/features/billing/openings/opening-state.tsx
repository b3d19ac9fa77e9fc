import type { OpeningDto } from "@linli/contracts";
import { openingStatusLabels } from "@linli/contracts/enums";
import { StatusTag } from "../../../components/status-tag";
import { openingTones } from "./opening-words";

/** Where an import stands; one whose posting ended without success is not called being posted. */
export function OpeningState({ opening: { status, stuck } }: { opening: OpeningDto }) {
  if (stuck) return <span className="tone tone-bad">入账没有完成</span>;
  return <StatusTag value={status} labels={openingStatusLabels} tones={openingTones} />;
}
