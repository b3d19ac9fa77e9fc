import { useMutation, useQuery } from "@tanstack/react-query";
import type { CustomerTagDto, NotCollectedDto, SaveCustomerTagDto } from "@linli/contracts";
import { notCollectedLabels, tagToneLabels, usualTags } from "@linli/contracts/enums";
import { Button, Card, Checkbox, Input, Select, Table } from "antd";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { ConfirmButton } from "../../components/confirm-button";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { optionsOf } from "../../lib/labels";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { NoticesCard } from "./notices-card";
import { detailQueries, markNotCollected, removeTag, saveTag } from "./details.queries";

/** What a project decides about customer data: its tags, and what it does not collect (GAP-16). */
export function CustomerSettingsPage() {
  return (
    <>
      <PageHeader title="客户设置" help="customer" />
      <TagsCard />
      <CollectedCard />
      <NoticesCard />
    </>
  );
}

function TagsCard() {
  const projectId = useProjectId();
  const query = useQuery(detailQueries.tags(projectId));
  const { mutateAsync, isPending } = useMutation(saveTag(projectId));
  const linkTo = usePageLink();

  async function addUsual() {
    for (const tag of usualTags) await mutateAsync(tag);
  }

  return (
    <Card
      size="small"
      className="section-card"
      title="客户标签"
      extra={
        <Can do="customer:write">
          <TagForm
            trigger={
              <Button size="small" type="primary">
                新建标签
              </Button>
            }
          />
        </Can>
      }
    >
      <QueryView query={query}>
        {({ items }) => (
          <Table<CustomerTagDto>
            size="small"
            rowKey="id"
            dataSource={items}
            pagination={false}
            scroll={{ x: "max-content" }}
            locale={{
              emptyText: (
                <>
                  <p>还没有标签。</p>
                  <Can do="customer:write">
                    <Button loading={isPending} onClick={() => void addUsual().catch(() => undefined)}>
                      加入常用标签：{usualTags.map(({ name }) => name).join("、")}
                    </Button>
                  </Can>
                </>
              ),
            }}
            columns={[
              {
                title: "标签",
                key: "name",
                render: (_value, { name, tone }) => <span className={`tone tone-${tone}`}>{name}</span>,
              },
              {
                title: "客户数",
                key: "customers",
                align: "right",
                render: (_value, { id, customers }) => {
                  const to = linkTo(`customer/customers?tagId=${id}`);
                  return to && customers ? <Link to={to}>{customers}</Link> : customers;
                },
              },
              {
                title: "操作",
                key: "actions",
                width: 130,
                render: (_value, tag) => (
                  <Can do="customer:write">
                    <span className="row-actions">
                      <TagForm
                        tag={tag}
                        trigger={
                          <Button type="link" aria-label={`修改标签 ${tag.name}`}>
                            修改
                          </Button>
                        }
                      />
                      <RemoveTag tag={tag} />
                    </span>
                  </Can>
                ),
              },
            ]}
          />
        )}
      </QueryView>
    </Card>
  );
}

function TagForm({ tag, trigger }: { tag?: CustomerTagDto; trigger: ReactElement<{ onClick?: () => void }> }) {
  const { mutateAsync } = useMutation(saveTag(useProjectId(), tag?.id));
  return (
    <FormDialog<SaveCustomerTagDto>
      name={`tag-${tag?.id ?? "new"}`}
      title={tag ? "修改标签" : "新建标签"}
      dto="SaveCustomerTagDto"
      kind="modal"
      trigger={trigger}
      initialValues={tag ? { name: tag.name, tone: tag.tone } : { tone: "neutral" }}
      onFinish={mutateAsync}
    >
      <Field name="name">
        <Input autoComplete="off" />
      </Field>
      <Field name="tone">
        <Select options={optionsOf(tagToneLabels)} />
      </Field>
    </FormDialog>
  );
}

function RemoveTag({ tag }: { tag: CustomerTagDto }) {
  const { mutateAsync } = useMutation(removeTag(useProjectId(), tag.id));
  return (
    <ConfirmButton
      type="link"
      danger
      aria-label={`删除标签 ${tag.name}`}
      title={`删除标签 ${tag.name}？`}
      content={tag.customers ? `${tag.customers} 个客户将同时去掉这个标签。` : "没有客户带有这个标签。"}
      okText="删除"
      onConfirm={() => mutateAsync()}
    >
      删除
    </ConfirmButton>
  );
}

function CollectedCard() {
  const projectId = useProjectId();
  const query = useQuery(detailQueries.fields(projectId));
  const { mutateAsync } = useMutation(markNotCollected(projectId));
  return (
    <Card size="small" className="section-card" title="不收集的资料">
      <QueryView query={query}>
        {({ notCollected }) => (
          <>
            <p>
              {notCollected.length > 0
                ? `本管理区不收集：${notCollected.map((field) => notCollectedLabels[field]).join("、")}。`
                : "本管理区收集全部规定的资料。"}
              不收集的资料在表单中不出现，导入和资料完整性检查也不再要求。
            </p>
            <Can do="project:settings">
              <FormDialog<NotCollectedDto>
                name="not-collected"
                title="不收集的资料"
                dto="NotCollectedDto"
                kind="modal"
                trigger={<Button>修改</Button>}
                note="按最小必要原则，可以不收集某些资料。修改会记入审计日志，所有客户的资料完整性随之重算。"
                initialValues={{ fields: notCollected }}
                onFinish={mutateAsync}
              >
                <Field name="fields">
                  <Checkbox.Group options={optionsOf(notCollectedLabels)} />
                </Field>
                <Field name="reason">
                  <Input placeholder="例如：物业服务不需要户籍信息" autoComplete="off" />
                </Field>
              </FormDialog>
            </Can>
          </>
        )}
      </QueryView>
    </Card>
  );
}
