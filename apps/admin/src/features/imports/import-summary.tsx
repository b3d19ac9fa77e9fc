import { useMutation } from "@tanstack/react-query";
import type { ImportCountDto, ImportDto, ImportSummaryDto } from "@linli/contracts";
import { importEntityLabels, importOutcomeLabels, type ImportEntity, type ImportOutcome } from "@linli/contracts/enums";
import { Alert, Button, Flex } from "antd";
import { useProjectId } from "../../lib/session";
import { checkImport } from "./imports.queries";

const OUTCOMES: readonly ImportOutcome[] = ["CREATE", "UPDATE", "SAME", "LEFT_OUT"];

/** What the import would bring, kind by kind, and what it lacks. */
export function ImportSummary({
  batch,
  summary,
  onChange,
}: {
  batch: ImportDto;
  summary: ImportSummaryDto;
  onChange: () => void;
}) {
  const { mutate, isPending } = useMutation(checkImport(useProjectId(), batch.id));
  const isDone = batch.status === "DONE";
  const asks = !isDone && summary.decisions.length > 0;
  return (
    <section className="import-part" aria-label="检查结果">
      <Flex justify="space-between" align="center" wrap gap={8}>
        <h2 className="import-title">{isDone ? "入库结果" : asks ? "作出决定之后将会" : "入库将会"}</h2>
        {!isDone && (
          <Flex gap={8} wrap>
            {batch.kind !== "COMMUNITY" && <Button onClick={onChange}>改对应列</Button>}
            <Button loading={isPending} onClick={() => mutate()}>
              重新检查
            </Button>
          </Flex>
        )}
      </Flex>
      <div className="import-overview">
        <CountTable counts={isDone ? summary.counts : summary.expected} />
        {summary.incomplete.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={isDone ? "资料不完整，请逐项补齐" : "资料不完整的照样导入，标记后可以逐项补齐"}
            description={<Incomplete summary={summary} />}
          />
        )}
      </div>
    </section>
  );
}

function CountTable({ counts }: { counts: readonly ImportCountDto[] }) {
  const entities = (Object.keys(importEntityLabels) as ImportEntity[]).filter((entity) =>
    counts.some((count) => count.entity === entity),
  );
  const shown = OUTCOMES.filter((outcome) => outcome === "CREATE" || counts.some((count) => count.outcome === outcome));
  const countOf = (entity: ImportEntity, outcome: ImportOutcome) =>
    counts.find((count) => count.entity === entity && count.outcome === outcome)?.count ?? 0;
  return (
    <table className="import-counts">
      <thead>
        <tr>
          <th scope="col">种类</th>
          {shown.map((outcome) => (
            <th key={outcome} scope="col">
              {importOutcomeLabels[outcome]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entities.map((entity) => (
          <tr key={entity}>
            <th scope="row">{importEntityLabels[entity]}</th>
            {shown.map((outcome) => (
              <td key={outcome} className={countOf(entity, outcome) > 0 ? "figures" : "figures import-zero"}>
                {countOf(entity, outcome).toLocaleString("en-US")}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Incomplete({ summary }: { summary: ImportSummaryDto }) {
  const entities = [...new Set(summary.incomplete.map(({ entity }) => entity))];
  const lacking = (entity: ImportEntity) =>
    summary.incomplete
      .filter((one) => one.entity === entity)
      .map(({ label, count }) => `${label} ${count}`)
      .join("、");
  return (
    <ul className="import-lacking">
      {entities.map((entity) => (
        <li key={entity}>
          {importEntityLabels[entity]}：{lacking(entity)}
        </li>
      ))}
    </ul>
  );
}
