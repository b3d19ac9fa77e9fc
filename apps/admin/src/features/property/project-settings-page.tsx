import { useMutation, useQuery } from "@tanstack/react-query";
import type { ProjectDto, UpdateProjectDto } from "@linli/contracts";
import { Card, ConfigProvider, Input, InputNumber, Switch, Tabs } from "antd";
import { Can } from "../../components/can";
import { Field } from "../../components/field";
import { PageForm } from "../../components/page-form";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { ThingTimeline } from "../../components/thing-timeline";
import { WHO_CONTROLS } from "../../components/who-controls";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useTab } from "../../lib/use-tab";
import { CustomerSelect } from "../customer/customer-select";
import { AttributesSettings } from "./attributes-settings";
import { Pictures } from "./pictures";
import { LevelNameFields, ModuleFields, ProjectIdentityFields, ProjectTimeFields } from "./project-fields";
import "./property.css";
import { projectQueries, updateProject } from "./property.queries";
import { projectWords } from "./property.words";
import { RoomPrefixes } from "./room-prefixes";

/** Everything that is set per management area. */
export function ProjectSettingsPage() {
  const projectId = useProjectId();
  const query = useQuery(projectQueries.one(projectId));
  const [tab, setTab] = useTab("basic");

  return (
    <>
      <PageHeader title="管理区设置" description={query.data?.name} help="property" />
      <QueryView query={query}>
        {(project) => (
          <Tabs
            activeKey={tab}
            onChange={setTab}
            items={[
              { key: "basic", label: "基本设置", children: <SettingsForm project={project} /> },
              { key: "prefixes", label: "房号前缀", children: <RoomPrefixes /> },
              { key: "attributes", label: "自定义资料", children: <AttributesSettings /> },
              { key: "pictures", label: "小区平面图", children: <Pictures ownerType="project" ownerId={projectId} /> },
              {
                key: "history",
                label: "历史",
                children: <ThingTimeline entity="project" entityId={projectId} words={projectWords} />,
              },
            ]}
          />
        )}
      </QueryView>
    </>
  );
}

function SettingsForm({ project }: { project: ProjectDto }) {
  const { mutateAsync } = useMutation(updateProject(project.id));
  const mayChange = useCan("project:settings");
  const mayControl = useCan("billing:control-settings");
  const { id: _id, dataDueOn: _due, createdAt: _created, ...settings } = project;

  return (
    <ConfigProvider componentDisabled={!mayChange}>
      <PageForm<UpdateProjectDto>
        name="project-settings"
        dto="UpdateProjectDto"
        initialValues={settings}
        onFinish={(values) => mutateAsync({ ...settings, ...values })}
      >
        <Card size="small" title="管理区" className="form-card">
          <ProjectIdentityFields />
          <ProjectTimeFields firstPeriodHint="账期启用后不能再改" />
          <LevelNameFields />
          <ModuleFields />
          <Field
            name="active"
            label="状态"
            valuePropName="checked"
            extra="停用后不再出现在管理区切换中；资料和账目都保留"
          >
            <Switch checkedChildren="启用" unCheckedChildren="停用" />
          </Field>
          <Field
            name="exportApprovalRows"
            extra={`导出超过这么多行，须另一人审批后才生成文件。${mayControl ? "" : WHO_CONTROLS}`}
          >
            <InputNumber suffix="行" precision={0} style={{ width: 160 }} disabled={!mayChange || !mayControl} />
          </Field>
        </Card>
        <Card size="small" title="收费" className="form-card">
          <Field name="differencePercent" extra="试算时，金额比上期变化超过这个百分比的行会被提示">
            <InputNumber suffix="%" precision={0} style={{ width: 160 }} />
          </Field>
          <Can do="customer:read">
            <Field name="developerId" extra="没有业主的房间由开发商缴费；不设置时，这些房间不出账">
              <CustomerSelect allowClear placeholder="从客户中选择" style={{ maxWidth: 420 }} />
            </Field>
          </Can>
          <Field name="noticeNote" extra="印在收费通知单下方，例如缴费方式、账号、办公时间">
            <Input.TextArea rows={4} showCount maxLength={500} />
          </Field>
        </Card>
      </PageForm>
    </ConfigProvider>
  );
}
