import { useMutation, useQuery } from "@tanstack/react-query";
import type { FundShareDto, FundUseProposalDto, RecordFundUseDto } from "@linli/contracts";
import { Alert, Button, Checkbox, Form, type FormInstance, Input, Select, Table, Typography } from "antd";
import { useState } from "react";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { Money } from "../../../components/money";
import { MoneyInput } from "../../../components/money-input";
import { QueryView } from "../../../components/query-view";
import { today } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { directoryQueries } from "../../property/property.queries";
import { fundQueries, recordUse } from "./maintenance-fund.queries";

type Values = Omit<RecordFundUseDto, "id">;

/** Writes a use of the fund down: it is shared by area, and the shares show before it is booked. */
export function RecordUse() {
  const { mutateAsync } = useMutation(recordUse(useProjectId()));
  const [id, setId] = useState(newId);
  return (
    <FormDialog<Values>
      name="fund-use"
      title="登记维修资金使用"
      dto="RecordFundUseDto"
      width={640}
      submitText="登记"
      trigger={<Button type="primary">登记使用</Button>}
      note="按所选楼栋在用房间的建筑面积分摊到户。使用须经业主表决，只用于保修期满后的共用部位、共用设施设备。"
      initialValues={{ bookedOn: today(), selfPay: false }}
      onOpenChange={(open) => open && setId(newId())}
      onFinish={(values) => mutateAsync({ ...values, id })}
    >
      {(form) => (
        <>
          <Field name="title">
            <Input placeholder="如：3栋电梯大修" />
          </Field>
          <Field name="buildingIds">
            <Buildings />
          </Field>
          <Field name="amountFen">
            <MoneyInput />
          </Field>
          <Field name="bookedOn">
            <DateInput />
          </Field>
          <Field name="decidedOn">
            <DateInput />
          </Field>
          <Field name="party">
            <Input />
          </Field>
          <Field name="referenceNo">
            <Input />
          </Field>
          <Shares form={form} />
          <Form.Item name="selfPay" valuePropName="checked">
            <Checkbox>余额不足的部分由业主自付</Checkbox>
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}

function Buildings(props: { id?: string; value?: string[]; onChange?: (ids: string[]) => void }) {
  const { data } = useQuery(directoryQueries.tree(useProjectId()));
  return (
    <Select
      {...props}
      mode="multiple"
      allowClear
      placeholder="不选表示整个管理区"
      showSearch={{ optionFilterProp: "label" }}
      options={data?.buildings.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

/** What the use comes to for each household, as it is typed. */
function Shares({ form }: { form: FormInstance<Values> }) {
  const amountFen = Form.useWatch("amountFen", form);
  const buildingIds = Form.useWatch("buildingIds", form);
  if (!amountFen) return null;
  return <Preview proposal={{ amountFen, buildingIds: buildingIds ?? [] }} />;
}

function Preview({ proposal }: { proposal: FundUseProposalDto }) {
  const query = useQuery(fundQueries.preview(useProjectId(), proposal));
  return (
    <QueryView query={query}>
      {({ roomCount, area, shortCount, shortFen, shares }) => (
        <>
          <Alert
            type={shortCount > 0 ? "warning" : "info"}
            showIcon
            title={
              `${roomCount} 户按 ${area} m² 分摊` +
              (shortCount > 0 ? `；${shortCount} 户余额不足，共差 ${formatFen(shortFen)} 元` : "，各户余额都够")
            }
          />
          <Table<FundShareDto>
            size="small"
            rowKey="roomId"
            dataSource={shares}
            pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
            scroll={{ x: "max-content" }}
            style={{ marginBlock: 8 }}
            columns={[
              { key: "roomCode", title: "房号", dataIndex: "roomCode" },
              { key: "area", title: "面积（m²）", dataIndex: "area", align: "right" },
              {
                key: "shareFen",
                title: "分摊（元）",
                align: "right",
                render: (_v, one) => <Money fen={one.shareFen} />,
              },
              {
                key: "balanceFen",
                title: "现余额",
                align: "right",
                render: (_v, one) => <Money fen={one.balanceFen} />,
              },
              { key: "shortFen", title: "差额", align: "right", render: (_v, one) => <Money fen={one.shortFen} /> },
            ]}
          />
          {shares.length < roomCount && (
            <Typography.Text type="secondary">
              只列出 {shares.length} 户，余额不足的在前；合计包含全部 {roomCount} 户。
            </Typography.Text>
          )}
        </>
      )}
    </QueryView>
  );
}
