import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { InspectionDetailDto, SaveInspectionDto, SaveItemDto } from "@linli/contracts";
import { Button, Flex } from "antd";
import { useState } from "react";
import { useProjectId } from "../../../lib/session";
import { useUnsavedGuard } from "../../../lib/use-unsaved-guard";
import { CompleteInspection } from "./complete-inspection";
import { InspectionHead } from "./inspection-head";
import { inspectionQueries, saveInspection } from "./inspections.queries";
import { RecordDefects } from "./record-defects";
import { RecordItems } from "./record-items";
import { RecordReadings } from "./record-readings";

/** Sends the record with these parts changed; answers what is stored now. */
export type SaveRecord = (
  changes?: Partial<Omit<SaveInspectionDto, "version" | "items">>,
) => Promise<InspectionDetailDto>;

/** Records an inspection, on a telephone too: items one after the other, readings, defects; then signature and end. */
export function InspectionRecorder({ inspection }: { inspection: InspectionDetailDto }) {
  const projectId = useProjectId();
  const client = useQueryClient();
  const { queryKey } = inspectionQueries.one(projectId, inspection.id);
  const { mutateAsync, isPending } = useMutation({
    ...saveInspection(projectId, inspection.id),
    onSuccess: (stored) => client.setQueryData(queryKey, stored),
    // Somebody else may have been quicker: show what is there now, what was entered here stays on top.
    onError: () => void client.invalidateQueries({ queryKey }),
  });
  const [changed, setChanged] = useState<ReadonlyMap<number, SaveItemDto>>(new Map());
  const [defectOf, setDefectOf] = useState<number | null>(null);
  useUnsavedGuard(changed.size > 0);

  const items = inspection.items.map((item) => ({ ...item, ...changed.get(item.no) }));
  const seen = items.filter(({ result }) => result !== null).length;

  const save: SaveRecord = async (changes = {}) => {
    const stored = await mutateAsync({ ...recordOf(inspection), items: [...changed.values()], ...changes });
    setChanged(new Map());
    return stored;
  };

  function change(item: SaveItemDto) {
    setChanged(new Map([...changed, [item.no, item]]));
    if (item.result === "FAIL" && !inspection.defectList.some(({ itemNo }) => itemNo === item.no)) setDefectOf(item.no);
  }

  return (
    <>
      <InspectionHead inspection={inspection} save={save} />
      <RecordItems items={items} onChange={change} />
      <RecordReadings readings={inspection.readings} save={save} />
      <RecordDefects inspection={inspection} items={items} save={save} defectOf={defectOf} setDefectOf={setDefectOf} />
      <Flex className="inspection-bar" justify="space-between" align="center" gap={8} wrap>
        <span role="status">
          已验 <b className="figures">{seen}</b> / {items.length} 项
          {changed.size > 0 && <span className="unsaved-hint">，有未保存的修改</span>}
        </span>
        <Flex gap={8} wrap>
          <Button loading={isPending} disabled={changed.size === 0} onClick={() => void save().catch(() => undefined)}>
            保存
          </Button>
          <CompleteInspection inspection={inspection} isDirty={changed.size > 0} save={save} />
        </Flex>
      </Flex>
    </>
  );
}

/** What is stored, as it is sent. */
function recordOf(inspection: InspectionDetailDto): Omit<SaveInspectionDto, "items"> {
  const { version, inspectedOn, inspectorName, takerId, takerName, takerRelation, readings, defectList } = inspection;
  return {
    version,
    inspectedOn,
    inspectorName,
    takerId,
    takerName,
    takerRelation,
    readings,
    defects: defectList.map(({ id, itemNo, place, description, severity, contractor, deadline }) => ({
      id,
      itemNo,
      place,
      description,
      severity,
      contractor,
      deadline,
    })),
  };
}
