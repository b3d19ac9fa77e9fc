import { useQuery } from "@tanstack/react-query";
import type { InspectionDetailDto, InspectionItemDto, SaveDefectDto } from "@linli/contracts";
import { defectPictureLabels, defectSeverityLabels } from "@linli/contracts/enums";
import { AutoComplete, Button, Flex, Input, Select, Typography } from "antd";
import { Attachments } from "../../../components/attachments";
import { ConfirmButton } from "../../../components/confirm-button";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { optionsOf } from "../../../lib/labels";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { DefectFacts } from "./defect-facts";
import type { SaveRecord } from "./inspection-recorder";
import { defectQueries } from "./inspections.queries";

const before = { BEFORE: defectPictureLabels.BEFORE };

/** The defects of an inspection that is under way, each with its photos. */
export function RecordDefects({
  inspection,
  items,
  save,
  defectOf,
  setDefectOf,
}: {
  inspection: InspectionDetailDto;
  items: readonly InspectionItemDto[];
  save: SaveRecord;
  /** The failed item a defect is being entered for; 0 for one of none. */
  defectOf: number | null;
  setDefectOf: (itemNo: number | null) => void;
}) {
  const { defectList } = inspection;
  const item = items.find(({ no }) => no === defectOf);
  const plain: SaveDefectDto[] = defectList.map((defect) => ({
    id: defect.id,
    itemNo: defect.itemNo,
    place: defect.place,
    description: defect.description,
    severity: defect.severity,
    contractor: defect.contractor,
    deadline: defect.deadline,
  }));
  return (
    <section aria-label="缺陷" className="inspection-group">
      <Flex justify="space-between" align="center" gap={8}>
        <Typography.Title level={2} className="section-title">
          缺陷（{defectList.length}）
        </Typography.Title>
        <Button onClick={() => setDefectOf(0)}>登记缺陷</Button>
      </Flex>
      {defectList.map((defect) => (
        <article key={defect.id} className="defect" aria-label={`缺陷 ${defect.place}`}>
          <DefectFacts defect={defect} />
          <Attachments ownerType="inspection-defect" ownerId={defect.id} kinds={before} canWrite picturesOnly />
          <ConfirmButton
            danger
            size="small"
            title={`删除缺陷“${defect.place}”？`}
            okText="删除"
            onConfirm={() => save({ defects: plain.filter(({ id }) => id !== defect.id) })}
          >
            删除缺陷
          </ConfirmButton>
        </article>
      ))}
      <FormDialog<SaveDefectDto>
        name="defect"
        title="登记缺陷"
        dto="SaveDefectDto"
        open={defectOf !== null}
        onOpenChange={(open) => !open && setDefectOf(null)}
        initialValues={{
          itemNo: item?.no,
          place: item && `${item.group} ${item.name}`,
          description: item?.remark ?? undefined,
          severity: "MINOR",
          contractor: defectList.at(-1)?.contractor,
          deadline: defectList.at(-1)?.deadline,
        }}
        note="保存后可以给缺陷拍照。"
        onFinish={(defect) => save({ defects: [...plain, { ...defect, id: newId() }] })}
      >
        <Field name="itemNo" label="不合格的项目">
          <Select
            allowClear
            placeholder="不属于某一项"
            options={items
              .filter(({ result }) => result === "FAIL")
              .map(({ no, group, name }) => ({ value: no, label: `${no}. ${group} ${name}` }))}
          />
        </Field>
        <Field name="place">
          <Input placeholder="如 厨房北墙" />
        </Field>
        <Field name="description">
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Field>
        <Field name="severity">
          <Select options={optionsOf(defectSeverityLabels)} />
        </Field>
        <Field name="contractor">
          <ContractorInput />
        </Field>
        <Field name="deadline">
          <DateInput min={inspection.inspectedOn} />
        </Field>
      </FormDialog>
    </section>
  );
}

/** A contractor by name; those who had defects before are proposed. */
function ContractorInput(props: { id?: string; value?: string; onChange?: (value: string) => void }) {
  const { data } = useQuery(defectQueries.contractors(useProjectId()));
  return (
    <AutoComplete
      {...props}
      showSearch={{ filterOption: (text, option) => String(option?.value).includes(text) }}
      options={data?.items.map(({ contractor }) => ({ value: contractor }))}
    />
  );
}
