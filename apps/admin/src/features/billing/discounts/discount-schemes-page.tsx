import { useMutation, useQuery } from "@tanstack/react-query";
import type { DiscountSchemeDto, SaveDiscountSchemeDto } from "@linli/contracts";
import { discountBenefitLabels, discountGivenAtLabels } from "@linli/contracts/enums";
import { Button, Empty, Form, Input, InputNumber, Radio, Switch, Table } from "antd";
import type { ReactElement } from "react";
import { Can } from "../../../components/can";
import { DateInput } from "../../../components/date-input";
import { DecimalInput } from "../../../components/decimal-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { Money } from "../../../components/money";
import { MoneyInput } from "../../../components/money-input";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { optionsOf } from "../../../lib/labels";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { BearerField } from "../reductions/bearer-field";
import { discountSchemes, saveDiscountScheme } from "./discounts.queries";
import { FeeItemsSelect } from "../fee-item-select";

const benefitOf = ({ months, benefit, percent, amountFen, freeMonths }: DiscountSchemeDto) => {
  const paid = `缴满 ${months} 个月`;
  if (benefit === "FREE_MONTHS") return `${paid}，免最后 ${freeMonths} 个月`;
  return `${paid}，减 ${benefit === "AMOUNT" ? `${formatFen(amountFen ?? 0)} 元` : `${percent}%`}`;
};

/** 优惠方案: what is given for paying many months at once (BIL-40). */
export function DiscountSchemesPage() {
  const query = useQuery(discountSchemes(useProjectId()));
  const mayEdit = useCan("billing:rates");
  return (
    <>
      <PageHeader
        title="优惠方案"
        help="reductions"
        actions={
          <Can do="billing:rates">
            <SchemeForm trigger={<Button type="primary">新建优惠方案</Button>} />
          </Can>
        }
      />
      <QueryView query={query}>
        {({ items }) => (
          <Table<DiscountSchemeDto>
            rowKey="id"
            size="small"
            pagination={false}
            scroll={{ x: "max-content" }}
            dataSource={items}
            locale={{
              emptyText: (
                <Empty
                  image={Empty.PRESENTED_IMAGE_SIMPLE}
                  description="还没有优惠方案。例如“一次缴满 12 个月减 5%”：建好后，收银台勾满月数就会提示"
                />
              ),
            }}
            columns={[
              { title: "方案", dataIndex: "name" },
              { title: "优惠", render: (_v, scheme) => benefitOf(scheme) },
              { title: "承担方", render: (_v, { bearerName }) => bearerName ?? "—" },
              { title: "何时优惠", render: (_v, { givenAt }) => (givenAt === "RUN" ? "出账时" : "收款时") },
              { title: "收费项目", render: (_v, { feeItemNames }) => feeItemNames.join("、") },
              {
                title: "欠费条件",
                render: (_v, { maxArrearsDays }) => (maxArrearsDays === null ? "不限" : `不超过 ${maxArrearsDays} 天`),
              },
              { title: "有效期", render: (_v, { startsOn, endsOn }) => `${startsOn} 至 ${endsOn ?? "长期"}` },
              { title: "叠加", render: (_v, { stackable }) => (stackable ? "可叠加" : "不叠加") },
              {
                title: "状态",
                render: (_v, { active }) => (
                  <span className={`tone tone-${active ? "good" : "neutral"}`}>{active ? "启用" : "停用"}</span>
                ),
              },
              { title: "已优惠（元）", align: "right", render: (_v, { givenFen }) => <Money fen={givenFen} /> },
              ...(mayEdit
                ? [
                    {
                      title: "操作",
                      render: (_v: unknown, scheme: DiscountSchemeDto) => (
                        <SchemeForm scheme={scheme} trigger={<Button size="small">修改</Button>} />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </QueryView>
    </>
  );
}

function SchemeForm({
  scheme,
  trigger,
}: {
  scheme?: DiscountSchemeDto;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const projectId = useProjectId();
  const { mutateAsync } = useMutation(saveDiscountScheme(projectId, scheme?.id));
  const used = scheme?.used ?? false;
  return (
    <FormDialog<SaveDiscountSchemeDto>
      name={scheme ? "edit-discount-scheme" : "new-discount-scheme"}
      title={scheme ? `修改优惠方案 ${scheme.name}` : "新建优惠方案"}
      dto="SaveDiscountSchemeDto"
      trigger={trigger}
      note={used ? "这个方案已经用过，只能改有效期止和启用；条件要变，请停用后另建一个。" : undefined}
      initialValues={
        scheme
          ? editable(scheme)
          : { givenAt: "PAYMENT", months: 12, benefit: "PERCENT", stackable: false, active: true }
      }
      onFinish={mutateAsync}
    >
      {(form) => (
        <>
          <Field name="name">
            <Input disabled={used} autoComplete="off" placeholder="例如：年缴九五折" />
          </Field>
          <Field name="feeItemIds">
            <FeeItemsSelect disabled={used} only={({ kind, active }) => kind !== "DEPOSIT" && active} />
          </Field>
          <Field name="givenAt">
            <Radio.Group disabled={used} options={optionsOf(discountGivenAtLabels)} />
          </Field>
          <Field name="months" extra="一张收据缴清（或一个批次出账）同一房间、同一项目的月数，含免收的月份">
            <InputNumber disabled={used} min={1} max={120} precision={0} suffix="个月" />
          </Field>
          <Field name="benefit">
            <Radio.Group disabled={used} optionType="button" options={optionsOf(discountBenefitLabels)} />
          </Field>
          <Form.Item noStyle dependencies={["benefit"]}>
            {() => <Benefit benefit={form.getFieldValue("benefit")} used={used} />}
          </Form.Item>
          <Field name="maxArrearsDays" extra="房间有逾期超过这么多天的欠费时不优惠；不填则不限">
            <InputNumber disabled={used} min={0} max={3650} precision={0} suffix="天" />
          </Field>
          <BearerField part="优惠的部分" note="给承担方自己的应收不优惠" disabled={used} />
          <Field name="startsOn">
            <DateInput disabled={used} />
          </Field>
          <Field name="endsOn" extra="不填则长期有效">
            <DateInput />
          </Field>
          <Field name="stackable" valuePropName="checked">
            <Switch disabled={used} />
          </Field>
          <Field name="active" valuePropName="checked">
            <Switch />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

function Benefit({ benefit, used }: { benefit: SaveDiscountSchemeDto["benefit"]; used: boolean }) {
  if (benefit === "AMOUNT")
    return (
      <Field name="amountFen" required extra="从合计里减去，分摊到各月">
        <MoneyInput disabled={used} />
      </Field>
    );
  if (benefit === "FREE_MONTHS")
    return (
      <Field name="freeMonths" required extra="例如缴 12 个月送 1 个月：一次缴满填 13，免收填 1">
        <InputNumber disabled={used} min={1} max={60} precision={0} suffix="个月" />
      </Field>
    );
  return (
    <Field name="percent" required extra="减去的比例：九五折填 5">
      <DecimalInput disabled={used} places={2} unit="%" />
    </Field>
  );
}

/** The fields of a scheme that are saved. */
const editable = ({
  id: _id,
  feeItemNames: _names,
  bearerName: _bearer,
  givenFen: _given,
  used: _used,
  ...fields
}: DiscountSchemeDto): SaveDiscountSchemeDto => fields;
