import type { RestructureProposalDto } from "@linli/contracts";
import { orientationLabels } from "@linli/contracts/enums";
import { Button, Card, Form, Input, InputNumber, Select } from "antd";
import { DateInput } from "../../components/date-input";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { optionsOf } from "../../lib/labels";

const DTO = "RestructurePartDto";

/** The new rooms: each with code, areas and what else is its own. */
export function RestructureParts({ proposal: { plan, owners } }: { proposal: RestructureProposalDto }) {
  const isSplit = plan.kind === "SPLIT";
  return (
    <Form.List name="parts">
      {(fields, { remove }) => (
        <>
          {fields.map(({ key, name }, index) => (
            <Card
              key={key}
              size="small"
              className="section-card"
              title={isSplit ? `新房间 ${index + 1}` : "新房间"}
              extra={
                isSplit &&
                fields.length > 2 && (
                  <Button
                    size="small"
                    type="text"
                    danger
                    onClick={() => remove(name)}
                    aria-label={`去掉新房间 ${index + 1}`}
                  >
                    去掉
                  </Button>
                )
              }
            >
              <div className="form-columns">
                <Field dto={DTO} name={[name, "code"]}>
                  <Input />
                </Field>
                <Field dto={DTO} name={[name, "name"]}>
                  <Input />
                </Field>
                <Field dto={DTO} name={[name, "floor"]}>
                  <InputNumber style={{ width: "100%" }} precision={0} />
                </Field>
                <Area name={[name, "buildingArea"]} />
                <Area name={[name, "chargeArea"]} />
                <Area name={[name, "innerArea"]} />
                <Area name={[name, "usableArea"]} />
                <Field dto={DTO} name={[name, "layout"]}>
                  <Input />
                </Field>
                <Field dto={DTO} name={[name, "orientation"]}>
                  <Select options={optionsOf(orientationLabels)} />
                </Field>
                <Field dto={DTO} name={[name, "movedInOn"]}>
                  <DateInput />
                </Field>
                {isSplit && owners.length > 1 && (
                  <Field dto={DTO} name={[name, "ownerId"]} extra="不选为沿用全部业主">
                    <Select
                      allowClear
                      placeholder="全部业主"
                      options={owners.map(({ customerId, name: owner, number }) => ({
                        value: customerId,
                        label: `${owner}（${number}）`,
                      }))}
                    />
                  </Field>
                )}
              </div>
            </Card>
          ))}
        </>
      )}
    </Form.List>
  );
}

const Area = ({ name }: { name: (string | number)[] }) => (
  <Field dto={DTO} name={name}>
    <DecimalInput places={4} unit="m²" />
  </Field>
);
