import type { CreateProjectDto, ProjectQueryDto, ProjectRowDto } from "@linli/contracts";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useNavigate } from "react-router";
import { Can } from "../../components/can";
import { actionsColumn, type Column, countColumn, dateColumn, textColumn } from "../../components/columns";
import { FormDialog } from "../../components/form-dialog";
import { ListPage } from "../../components/list-page";
import { thisPeriod } from "../../lib/dates";
import type { ListFilter } from "../../lib/list-filter";
import { useListTable } from "../../lib/use-list-table";
import { ProjectIdentityFields, ProjectTimeFields } from "./project-fields";
import { createProject, projectQueries, updateProject } from "./property.queries";

const yesNo = { true: "启用", false: "停用" };

const filters = [
  { name: "q", label: "名称" },
  { name: "active", label: "状态", labels: yesNo, width: 110 },
] satisfies ListFilter<keyof ProjectQueryDto & string>[];

const columns: Column<ProjectRowDto>[] = [
  textColumn("name", "管理区", { to: ({ id, active }) => (active ? `/p/${id}/property/directory` : undefined) }),
  textColumn("shortName", "简称"),
  countColumn("buildings", "楼栋"),
  countColumn("rooms", "房间"),
  {
    key: "incompleteRooms",
    title: "资料不全",
    align: "right",
    render: (_value, { id, incompleteRooms }) =>
      incompleteRooms > 0 ? <Link to={`/p/${id}/property/completeness`}>{incompleteRooms}</Link> : "0",
  },
  dateColumn("firstPeriod", "首个账期"),
  dateColumn("moveInOn", "集中入伙", { hidden: true }),
  textColumn("address", "地址", { hidden: true }),
  {
    key: "active",
    title: "状态",
    render: (_value, { active }) => (
      <span className={`tone tone-${active ? "good" : "neutral"}`}>{active ? "启用" : "停用"}</span>
    ),
  },
  actionsColumn((project) => (
    <Can do="project:settings">
      {project.active ? <Link to={`/p/${project.id}/settings`}>设置</Link> : <ActivateButton project={project} />}
    </Can>
  )),
];

/** All management areas of the company. */
export function ProjectsPage() {
  const table = useListTable({ list: projectQueries.list, filters });
  const { mutateAsync } = useMutation(createProject);
  const navigate = useNavigate();

  async function create(values: CreateProjectDto) {
    const project = await mutateAsync(values);
    void navigate(`/projects?q=${encodeURIComponent(project.name)}`);
  }

  return (
    <ListPage
      name="projects"
      title="管理区"
      help="property"
      table={table}
      columns={columns}
      rowTo={({ id, active }) => (active ? `/p/${id}/property/directory` : "/projects")}
      empty="还没有管理区。请先新建一个，再录入楼栋和房间。"
      actions={
        <Can do="project:create">
          <FormDialog<CreateProjectDto>
            name="create-project"
            title="新建管理区"
            dto="CreateProjectDto"
            trigger={<Button type="primary">新建管理区</Button>}
            initialValues={{ firstPeriod: thisPeriod(), timeZone: "Asia/Shanghai" }}
            onFinish={create}
            width={560}
          >
            <ProjectIdentityFields />
            <ProjectTimeFields firstPeriodHint="第一个出账、记账的月份；开始记账后不能再改" />
          </FormDialog>
        </Can>
      }
    />
  );
}

function ActivateButton({ project }: { project: ProjectRowDto }) {
  const { mutate, isPending } = useMutation(updateProject(project.id));
  const {
    id: _id,
    dataDueOn: _due,
    createdAt: _created,
    buildings: _b,
    rooms: _r,
    incompleteRooms: _i,
    ...settings
  } = project;
  return (
    <Button type="link" loading={isPending} onClick={() => mutate({ ...settings, active: true })}>
      启用
    </Button>
  );
}
