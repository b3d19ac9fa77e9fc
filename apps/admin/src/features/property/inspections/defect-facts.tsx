import type { DefectDto } from "@linli/contracts";
import { defectActionLabels, defectSeverityLabels, defectStateLabels } from "@linli/contracts/enums";
import { StatusTag } from "../../../components/status-tag";
import { defectTones } from "./inspections.words";

/** A defect in words: where, what, who has to put it right until when, what was done. */
export function DefectFacts({ defect }: { defect: DefectDto }) {
  const { place, description, severity, contractor, deadline, state, overdue, daysOpen, steps } = defect;
  return (
    <div className="defect-facts">
      <div>
        <strong>{place}</strong> <StatusTag value={state} labels={defectStateLabels} tones={defectTones} />{" "}
        {overdue && <span className="tone tone-bad">逾期</span>}
      </div>
      <div className="defect-description">{description}</div>
      <div className="unsaved-hint">
        {defectSeverityLabels[severity]} · {contractor} · {deadline} 前整改 · 已 {daysOpen} 天
      </div>
      {steps.length > 0 && (
        <ol className="defect-steps">
          {steps.map((step) => (
            <li key={step.at}>
              {step.doneOn} {defectActionLabels[step.action]}（{step.byName}）{step.remark && `：${step.remark}`}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
