import { useMutation, useQuery } from "@tanstack/react-query";
import type { InspectionTemplateDto } from "@linli/contracts";
import { Button, Collapse, Flex } from "antd";
import { Can } from "../../../components/can";
import { ConfirmButton } from "../../../components/confirm-button";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { formatMoment } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { inspectionQueries, removeTemplate } from "./inspections.queries";
import { TemplateForm } from "./template-form";

/** 验收模板: what is looked at, per layout. */
export function TemplatesPage() {
  const projectId = useProjectId();
  const query = useQuery(inspectionQueries.templates(projectId));
  return (
    <QueryView query={query}>
      {({ items, layouts }) => (
        <>
          <PageHeader
            title="验收模板"
            back={`/p/${projectId}/property/inspections`}
            help="inspections"
            description="按户型列出要看的部位和项目；没有专用模板的户型用“所有户型”的那一个。"
            actions={
              <Can do="property:inspect">
                <TemplateForm layouts={layouts} trigger={<Button type="primary">新建模板</Button>} />
              </Can>
            }
          />
          {items.length === 0 && (
            <p className="unsaved-hint">还没有验收模板。先建一个适用所有户型的，就可以开始验收。</p>
          )}
          <Collapse
            items={items.map((template) => ({
              key: template.id,
              label: `${template.name}（${template.layout ?? "所有户型"}）：${countOf(template)} 项`,
              children: <Template template={template} layouts={layouts} />,
            }))}
            defaultActiveKey={items[0]?.id}
          />
        </>
      )}
    </QueryView>
  );
}

const countOf = ({ groups }: InspectionTemplateDto) => groups.reduce((sum, { items }) => sum + items.length, 0);

function Template({ template, layouts }: { template: InspectionTemplateDto; layouts: string[] }) {
  const { mutateAsync: remove } = useMutation(removeTemplate(useProjectId()));
  return (
    <>
      {template.groups.map(({ name, items }) => (
        <section key={name} aria-label={name}>
          <strong>{name}</strong>
          <ul>
            {items.map((item) => (
              <li key={item.name}>
                {item.name}
                {item.standard && <span className="unsaved-hint">：{item.standard}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="unsaved-hint">
        {template.updatedByName} {formatMoment(template.updatedAt)} 修改
      </p>
      <Can do="property:inspect">
        <Flex gap={8}>
          <TemplateForm template={template} layouts={layouts} trigger={<Button>修改模板</Button>} />
          <ConfirmButton
            danger
            title={`删除验收模板“${template.name}”？`}
            content="已经开始的验收不受影响。"
            okText="删除"
            onConfirm={() => remove(template.id)}
          >
            删除模板
          </ConfirmButton>
        </Flex>
      </Can>
    </>
  );
}
