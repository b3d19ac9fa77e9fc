import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import type { OpeningComparisonDto, OpeningTotalInputDto, SaveOpeningTotalsDto } from "@linli/contracts";
import { openingTotalKindLabels } from "@linli/contracts/enums";
import { Button, Form, Select } from "antd";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { BuildingSelect } from "../../property/building-select";
import { FeeItemSelect } from "../fee-item-select";
import { saveOpeningTotals } from "./openings.queries";

/** Types the totals of the old list, where the workbook has no total rows. */
export function TypedTotals({
  openingId,
  comparisons,
}: {
  openingId: string;
  comparisons: readonly OpeningComparisonDto[];
}) {
  const { mutateAsync } = useMutation(saveOpeningTotals(useProjectId(), openingId));
  const typed = comparisons
    .filter(({ source }) => source === "TYPED")
    .map(({ kind, feeItemId, buildingId, expectedFen }) => ({ kind, feeItemId, buildingId, expectedFen }));
  return (
    <FormDialog<SaveOpeningTotalsDto>
      name="opening-totals"
      title="录入原清单合计"
      width={860}
      note="收费项目或楼栋不选，就是它们的总和。文件里的合计行不必再录。"
      trigger={<Button size="small">录入原清单合计</Button>}
      initialValues={{ totals: typed.length > 0 ? typed : [{ kind: "ARREARS" } as OpeningTotalInputDto] }}
      onFinish={({ totals }) =>
        mutateAsync({
          totals: totals.map(({ kind, feeItemId, buildingId, expectedFen }) => ({
            kind,
            feeItemId: feeItemId ?? null,
            buildingId: buildingId ?? null,
            expectedFen,
          })),
        })
      }
    >
      <Form.List name="totals">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }, index) => (
              <div key={key} className="opening-total" role="group" aria-label={`第 ${index + 1} 项`}>
                <Field dto="OpeningTotalInputDto" name={[name, "kind"]}>
                  <Select options={optionsOf(openingTotalKindLabels)} />
                </Field>
                <Field dto="OpeningTotalInputDto" name={[name, "feeItemId"]}>
                  <FeeItemSelect style={{ width: "100%" }} />
                </Field>
                <Field dto="OpeningTotalInputDto" name={[name, "buildingId"]}>
                  <BuildingSelect style={{ width: "100%" }} />
                </Field>
                <Field dto="OpeningTotalInputDto" name={[name, "expectedFen"]}>
                  <MoneyInput />
                </Field>
                <Button icon={<DeleteOutlined />} aria-label={`删除第 ${index + 1} 项`} onClick={() => remove(name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ kind: "ARREARS" })}>
              添加一项
            </Button>
          </>
        )}
      </Form.List>
    </FormDialog>
  );
}
