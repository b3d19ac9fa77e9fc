import { useMutation, useQuery } from "@tanstack/react-query";
import type { AttributeDto, AttributeOwner, CreateAttributeDto } from "@linli/contracts";
import { attributeOwnerLabels, attributeTypeLabels } from "@linli/contracts/enums";
import { Alert, Button, Empty, Flex, Form, Input, InputNumber, Select, Switch, Table } from "antd";
import type { ReactElement } from "react";
import { Can } from "../../components/can";
import { actionsColumn, type Column, countColumn, statusColumn, textColumn } from "../../components/columns";
import { ConfirmButton } from "../../components/confirm-button";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { QueryView } from "../../components/query-view";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { attributeQueries, removeAttribute, saveAttribute } from "./attributes.queries";

/** What this area keeps of its rooms and customers beyond the fields everybody has. */
export function AttributesSettings() {
  return (
    <>
      <Alert
        type="info"
        showIcon
        className="form-note"
        title="自定义资料出现在房间和客户的页面上；可筛选的出现在列表的“更多筛选”里。有数据以后类型不能再改，已使用的选项不能去掉。"
      />
      {(["ROOM", "CUSTOMER"] as const).map((owner) => (
        <OwnerAttributes key={owner} owner={owner} />
      ))}
    </>
  );
}

function OwnerAttributes({ owner }: { owner: AttributeOwner }) {
  const projectId = useProjectId();
  const query = useQuery(attributeQueries.list(projectId, owner));
  const mayChange = useCan("project:settings");
  const { data: uses } = useQuery({ ...attributeQueries.use(projectId), enabled: mayChange });
  const what = attributeOwnerLabels[owner];
  return (
    <section aria-label={`${what}的自定义资料`}>
      <Flex justify="space-between" align="center" gap={8}>
        <h2 className="section-title">{what}</h2>
        <Can do="project:settings">
          <AttributeForm owner={owner} trigger={<Button>新增{what}资料</Button>} />
        </Can>
      </Flex>
      <QueryView query={query}>
        {(attributes) => (
          <Table<AttributeDto>
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: "max-content" }}
            dataSource={attributes}
            columns={columnsOf(mayChange ? uses : undefined)}
            locale={{
              emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`还没有${what}的自定义资料`} />,
            }}
          />
        )}
      </QueryView>
    </section>
  );
}

function columnsOf(uses: Map<string, number> | undefined): Column<AttributeDto>[] {
  return [
    textColumn("name", "名称"),
    statusColumn("type", "类型", attributeTypeLabels),
    {
      key: "choices",
      title: "选项",
      render: (_value, { choices }) => choices.map(({ name }) => name).join("、") || "—",
    },
    {
      key: "marks",
      title: "要求",
      render: (_value, { mandatory, searchable }) =>
        [mandatory && "必填", searchable && "可筛选"].filter(Boolean).join("、") || "—",
    },
    countColumn("sort", "排序"),
    {
      key: "active",
      title: "状态",
      render: (_value, { active }) => (
        <span className={`tone ${active ? "tone-good" : "tone-neutral"}`}>{active ? "启用" : "停用"}</span>
      ),
    },
    ...(uses
      ? [
          {
            key: "used",
            title: "已有数据",
            align: "right" as const,
            render: (_value: unknown, { id }: AttributeDto) => <span className="figures">{uses.get(id) ?? 0}</span>,
          },
          actionsColumn<AttributeDto>((attribute) => (
            <RowActions attribute={attribute} used={uses.get(attribute.id) ?? 0} />
          )),
        ]
      : []),
  ];
}

function RowActions({ attribute, used }: { attribute: AttributeDto; used: number }) {
  const { mutateAsync: remove } = useMutation(removeAttribute(useProjectId()));
  return (
    <>
      <AttributeForm
        owner={attribute.owner}
        attribute={attribute}
        used={used}
        trigger={<Button type="link">修改</Button>}
      />
      <ConfirmButton
        type="link"
        danger
        disabled={used > 0}
        title={`删除自定义资料「${attribute.name}」？`}
        onConfirm={() => remove(attribute.id)}
      >
        删除
      </ConfirmButton>
    </>
  );
}

function AttributeForm({
  owner,
  attribute,
  used = 0,
  trigger,
}: {
  owner: AttributeOwner;
  attribute?: AttributeDto;
  used?: number;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const { mutateAsync } = useMutation(saveAttribute(useProjectId(), attribute?.id));
  return (
    <FormDialog<CreateAttributeDto>
      name={attribute ? `attribute-${attribute.id}` : `attribute-${owner}`}
      title={`${attribute ? "修改" : "新增"}${attributeOwnerLabels[owner]}资料`}
      dto="CreateAttributeDto"
      trigger={trigger}
      initialValues={attribute ?? { type: "TEXT", sort: 0, searchable: true, mandatory: false, active: true }}
      onFinish={(values) => mutateAsync({ ...values, owner })}
    >
      <Field name="name">
        <Input />
      </Field>
      <Field name="type" extra={used > 0 ? `已有 ${used} 条数据，类型不能再改` : undefined}>
        <Select options={optionsOf(attributeTypeLabels)} disabled={used > 0} />
      </Field>
      <ChoiceFields />
      <Flex gap={24} wrap>
        <Field name="mandatory" valuePropName="checked">
          <Switch />
        </Field>
        <Field name="searchable" valuePropName="checked">
          <Switch />
        </Field>
        <Field name="active" valuePropName="checked">
          <Switch />
        </Field>
      </Flex>
      <Field name="sort" extra="小的排在前面">
        <InputNumber precision={0} style={{ width: "100%" }} />
      </Field>
    </FormDialog>
  );
}

/** The choices of a 单选 or 多选, one line each. */
function ChoiceFields() {
  const type = Form.useWatch("type") as string | undefined;
  if (type !== "CHOICE" && type !== "CHOICES") return null;
  return (
    <Form.List name="choices" initialValue={[{ name: "" }]}>
      {(fields, { add, remove }) => (
        <fieldset className="plain-fieldset">
          <legend>选项</legend>
          {fields.map(({ key, name }) => (
            <Flex key={key} gap={8} align="baseline">
              <Form.Item name={[name, "id"]} hidden>
                <Input />
              </Form.Item>
              <Field
                dto="AttributeChoiceDto"
                name={[name, "name"]}
                label={`选项 ${name + 1}`}
                style={{ flex: 1 }}
                layout="horizontal"
              >
                <Input />
              </Field>
              <Button onClick={() => remove(name)} aria-label={`去掉选项 ${name + 1}`}>
                去掉
              </Button>
            </Flex>
          ))}
          <Form.Item>
            <Button onClick={() => add({ name: "" })}>增加选项</Button>
          </Form.Item>
        </fieldset>
      )}
    </Form.List>
  );
}
