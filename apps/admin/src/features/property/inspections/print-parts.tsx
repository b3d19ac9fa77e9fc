import type { DefectDto } from "@linli/contracts";
import { defectActionLabels } from "@linli/contracts/enums";

/** Labelled facts of a paper, two to a line. */
export const PrintFacts = ({ facts }: { facts: readonly (readonly [string, string])[] }) => (
  <dl className="print-facts">
    {facts.map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** The title of a part, with a word at the right edge. */
export const PrintHeading = ({ title, aside }: { title: string; aside: string }) => (
  <div className="print-heading">
    <h2>{title}</h2>
    <span>{aside}</span>
  </div>
);

/** What was done with a defect, one line each. */
export const stepNotes = ({ steps }: DefectDto): string[] =>
  steps.map(
    ({ action, doneOn, byName, remark }) =>
      `${doneOn} ${defectActionLabels[action]}（${byName}）${remark ? `：${remark}` : ""}`,
  );
