import { useMutation } from "@tanstack/react-query";
import type { ComputeRecalculationDto } from "@linli/contracts";
import { RECALCULATION_MONTHS, recalculableKinds, type RoomPurpose } from "@linli/contracts/enums";
import { Card, Input } from "antd";
import { useNavigate, useSearchParams } from "react-router";
import { PeriodPicker } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { PageForm } from "../../../components/page-form";
import { PageHeader } from "../../../components/page-header";
import { thisPeriod } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { idsOf } from "../bindings-form";
import { RoomsCard } from "../rooms-card";
import { computeRecalculation } from "./recalculations.queries";
import { FeeItemsSelect } from "../fee-item-select";

/** The directory is one field in the form, buildings and units in the API. */
interface RecalculationForm extends Omit<ComputeRecalculationDto, "rooms"> {
  roomIds?: string[];
  directory?: string[];
  purposes?: RoomPurpose[];
}

/** Which bills are compared with what they come to today. */
export function NewRecalculationPage() {
  const projectId = useProjectId();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(computeRecalculation(projectId));
  const roomIds = params.getAll("roomId");
  const period = params.get("period") ?? thisPeriod();

  async function handleFinish({ roomIds: named = [], directory = [], purposes = [], ...form }: RecalculationForm) {
    const rooms = {
      roomIds: named,
      buildingIds: idsOf(directory, "building"),
      unitIds: idsOf(directory, "unit"),
      purposes,
    };
    const { recalculationId } = await mutateAsync({ ...form, rooms });
    await navigate(`/p/${projectId}/billing/recalculations/${recalculationId}`);
  }

  return (
    <>
      <PageHeader
        title="新建应收重算"
        back="billing/recalculations"
        help="recalculations"
        description="先计算差异，不改动任何账单；看过清单再提交审批。"
      />
      <PageForm<RecalculationForm>
        name="new-recalculation"
        dto="ComputeRecalculationDto"
        submitText="计算差异"
        initialValues={{
          roomIds,
          directory: params.getAll("directory"),
          feeItemIds: params.getAll("feeItemId"),
          fromPeriod: period,
          toPeriod: params.get("toPeriod") ?? period,
        }}
        onFinish={handleFinish}
      >
        <Card size="small" title="项目与月份" className="section-card">
          <div className="form-columns">
            <Field name="feeItemIds" extra="走表项目只重算价格，读数有误在仪表里更正">
              <FeeItemsSelect
                placeholder="要重算的项目"
                only={({ active, kind }) => active && recalculableKinds.includes(kind)}
              />
            </Field>
            <Field name="fromPeriod" extra="服务所属的月份，不是记账月份">
              <PeriodPicker allowClear={false} />
            </Field>
            <Field name="toPeriod" extra={`一次最多 ${RECALCULATION_MONTHS} 个月`}>
              <PeriodPicker allowClear={false} />
            </Field>
          </div>
          <Field name="reason" extra="写明为什么变、依据什么；会写在每笔重新出的账单上">
            <Input placeholder="例如：2026-07-16 起调价，通知 2026-07 号" />
          </Field>
        </Card>
        <RoomsCard count={roomIds.length} />
      </PageForm>
    </>
  );
}
